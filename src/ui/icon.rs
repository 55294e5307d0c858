//! The icons in use, by what they stand for; drawn with the family [`super::fonts::icons`].
//!
//! Invariant: every constant has a glyph in the bundled icon font.

// garments and materials

/// Phosphor "recycle".
pub const RECYCLE: char = '\u{E75A}';
/// Phosphor "t-shirt".
pub const T_SHIRT: char = '\u{E670}';
/// Phosphor "hoodie".
pub const HOODIE: char = '\u{ECD0}';
/// Phosphor "dress".
pub const DRESS: char = '\u{EA7E}';
/// Phosphor "pants".
pub const PANTS: char = '\u{EC88}';
/// Phosphor "coat-hanger".
pub const COAT_HANGER: char = '\u{E7FE}';
/// Phosphor "scissors".
pub const SCISSORS: char = '\u{EAE0}';
/// Phosphor "needle".
pub const NEEDLE: char = '\u{E82E}';
/// Phosphor "yarn".
pub const YARN: char = '\u{ED9A}';
/// Phosphor "tag".
pub const TAG: char = '\u{E478}';
/// Phosphor "leaf".
pub const LEAF: char = '\u{E2DA}';
/// Phosphor "plant".
pub const PLANT: char = '\u{EBAE}';
/// Phosphor "drop".
pub const DROP: char = '\u{E210}';

// stages and places

/// Phosphor "washing-machine".
pub const WASHING_MACHINE: char = '\u{EDE8}';
/// Phosphor "wrench".
pub const WRENCH: char = '\u{E5D4}';
/// Phosphor "storefront".
pub const STOREFRONT: char = '\u{E470}';
/// Phosphor "factory".
pub const FACTORY: char = '\u{E760}';
/// Phosphor "flask".
pub const FLASK: char = '\u{E79E}';
/// Phosphor "fire".
pub const FIRE: char = '\u{E242}';
/// Phosphor "basket".
pub const BASKET: char = '\u{E964}';
/// Phosphor "funnel".
pub const FUNNEL: char = '\u{E266}';
/// Phosphor "repeat".
pub const REPEAT: char = '\u{E3F6}';
/// Phosphor "package".
pub const PACKAGE: char = '\u{E390}';
/// Phosphor "truck".
pub const TRUCK: char = '\u{E4B4}';
/// Phosphor "airplane-takeoff".
pub const AIRPLANE: char = '\u{E504}';
/// Phosphor "globe".
pub const GLOBE: char = '\u{E288}';
/// Phosphor "house".
pub const HOUSE: char = '\u{E2C2}';
/// Phosphor "buildings".
pub const BUILDINGS: char = '\u{E102}';
/// Phosphor "path".
pub const PATH: char = '\u{E39C}';
/// Phosphor "link".
pub const LINK: char = '\u{E2E2}';
/// Phosphor "link-break".
pub const LINK_BREAK: char = '\u{E2E4}';
/// Phosphor "target".
pub const TARGET: char = '\u{E47C}';

// work and people

/// Phosphor "users".
pub const USERS: char = '\u{E4D6}';
/// Phosphor "hand-coins".
pub const HAND_COINS: char = '\u{EA8C}';
/// Phosphor "handshake".
pub const HANDSHAKE: char = '\u{E582}';
/// Phosphor "first-aid".
pub const FIRST_AID: char = '\u{E56E}';
/// Phosphor "briefcase".
pub const BRIEFCASE: char = '\u{E0EE}';
/// Phosphor "wind".
pub const WIND: char = '\u{E5D2}';
/// Phosphor "ear".
pub const EAR: char = '\u{E70C}';
/// Phosphor "thermometer-hot".
pub const THERMOMETER: char = '\u{E5CA}';
/// Phosphor "barbell".
pub const BARBELL: char = '\u{E0B6}';
/// Phosphor "biohazard".
pub const BIOHAZARD: char = '\u{E9E0}';
/// Phosphor "knife".
pub const KNIFE: char = '\u{E636}';
/// Phosphor "armchair".
pub const ARMCHAIR: char = '\u{E012}';
/// Phosphor "map-pin".
pub const MAP_PIN: char = '\u{E316}';
/// Phosphor "chats-circle".
pub const CHATS: char = '\u{E17E}';
/// Phosphor "shield-check".
pub const SHIELD_CHECK: char = '\u{E40C}';
/// Phosphor "graduation-cap".
pub const GRADUATION_CAP: char = '\u{E62C}';
/// Phosphor "chalkboard-teacher".
pub const TEACHER: char = '\u{E600}';

// commands

/// Phosphor "arrow-u-up-left".
pub const UNDO: char = '\u{E08A}';
/// Phosphor "arrow-u-up-right".
pub const REDO: char = '\u{E08C}';
/// Phosphor "folder-open".
pub const OPEN: char = '\u{E256}';
/// Phosphor "floppy-disk".
pub const SAVE: char = '\u{E248}';
/// Phosphor "magnifying-glass".
pub const SEARCH: char = '\u{E30C}';
/// Phosphor "translate".
pub const TRANSLATE: char = '\u{E4A2}';
/// Phosphor "moon".
pub const MOON: char = '\u{E330}';
/// Phosphor "sun".
pub const SUN: char = '\u{E472}';
/// Phosphor "circle-half".
pub const CONTRAST: char = '\u{E18C}';
/// Phosphor "pause".
pub const PAUSE: char = '\u{E39E}';
/// Phosphor "plus-minus".
pub const RANGES: char = '\u{E3D8}';
/// Phosphor "plus".
pub const PLUS: char = '\u{E3D4}';
/// Phosphor "minus".
pub const MINUS: char = '\u{E32A}';
/// Phosphor "image".
pub const IMAGE: char = '\u{E2CA}';
/// Phosphor "trash".
pub const TRASH: char = '\u{E4A6}';
/// Phosphor "copy".
pub const COPY: char = '\u{E1CA}';
/// Phosphor "pencil-simple".
pub const PENCIL: char = '\u{E3B4}';
/// Phosphor "push-pin".
pub const PIN: char = '\u{E3E2}';
/// Phosphor "push-pin-slash".
pub const PIN_OFF: char = '\u{E3E4}';
/// Phosphor "gear".
pub const GEAR: char = '\u{E270}';
/// Phosphor "arrows-clockwise".
pub const REFRESH: char = '\u{E094}';
/// Phosphor "arrow-counter-clockwise".
pub const RESET: char = '\u{E038}';
/// Phosphor "export".
pub const EXPORT: char = '\u{EAF0}';
/// Phosphor "download-simple".
pub const IMPORT: char = '\u{E20C}';
/// Phosphor "table".
pub const TABLE: char = '\u{E476}';
/// Phosphor "signpost".
pub const SIGNPOST: char = '\u{E89C}';
/// Phosphor "printer".
pub const PRINT: char = '\u{E3DC}';
/// Phosphor "clipboard-text".
pub const PASTE: char = '\u{E198}';
/// Phosphor "keyboard".
pub const KEYBOARD: char = '\u{E2D8}';
/// Phosphor "projector-screen".
pub const PRESENT: char = '\u{E658}';
/// Phosphor "sliders-horizontal".
pub const SLIDERS: char = '\u{E434}';
/// Phosphor "eye".
pub const EYE: char = '\u{E220}';
/// Phosphor "eye-slash".
pub const EYE_OFF: char = '\u{E224}';
/// Phosphor "lock-simple".
pub const LOCK: char = '\u{E308}';
/// Phosphor "qr-code".
pub const QR_CODE: char = '\u{E3E6}';
/// Phosphor "dots-three".
pub const MORE: char = '\u{E1FE}';
/// Phosphor "dots-six-vertical".
pub const DRAG_HANDLE: char = '\u{EAE2}';

// pages and layout

/// Phosphor "list".
pub const LIST: char = '\u{E2F0}';
/// Phosphor "sidebar-simple".
pub const SIDEBAR: char = '\u{EC24}';
/// Phosphor "scales".
pub const SCALES: char = '\u{E750}';
/// Phosphor "chart-bar-horizontal".
pub const CHART: char = '\u{E152}';
/// Phosphor "flow-arrow".
pub const FLOW: char = '\u{E6EC}';
/// Phosphor "book-open".
pub const BOOK: char = '\u{E0E6}';
/// Phosphor "calculator".
pub const CALCULATOR: char = '\u{E538}';
/// Phosphor "lightbulb".
pub const LIGHTBULB: char = '\u{E2DC}';
/// Phosphor "star".
pub const STAR: char = '\u{E46A}';
/// Phosphor "flag".
pub const FLAG: char = '\u{E244}';

// signs

/// Phosphor "check".
pub const CHECK: char = '\u{E182}';
/// Phosphor "x".
pub const CROSS: char = '\u{E4F6}';
/// Phosphor "warning".
pub const WARNING: char = '\u{E4E0}';
/// Phosphor "warning-circle".
pub const ERROR: char = '\u{E4E2}';
/// Phosphor "info".
pub const INFO: char = '\u{E2CE}';
/// Phosphor "question".
pub const QUESTION: char = '\u{E3E8}';
/// Phosphor "clock".
pub const CLOCK: char = '\u{E19A}';
/// Phosphor "clock-counter-clockwise".
pub const HISTORY: char = '\u{E1A0}';
/// Phosphor "caret-down".
pub const CARET_DOWN: char = '\u{E136}';
/// Phosphor "caret-up".
pub const CARET_UP: char = '\u{E13C}';
/// Phosphor "caret-left".
pub const CARET_LEFT: char = '\u{E138}';
/// Phosphor "caret-right".
pub const CARET_RIGHT: char = '\u{E13A}';
/// Phosphor "arrow-right".
pub const ARROW_RIGHT: char = '\u{E06C}';
/// Phosphor "arrow-left".
pub const ARROW_LEFT: char = '\u{E058}';
/// Phosphor "arrow-up".
pub const ARROW_UP: char = '\u{E08E}';
/// Phosphor "arrow-down".
pub const ARROW_DOWN: char = '\u{E03E}';
/// Phosphor "arrows-left-right".
pub const SWAP: char = '\u{E0A0}';

/// Every icon with its name, for checks and the gallery.
pub const ALL: &[(&str, char)] = &[
    ("RECYCLE", RECYCLE),
    ("T_SHIRT", T_SHIRT),
    ("HOODIE", HOODIE),
    ("DRESS", DRESS),
    ("PANTS", PANTS),
    ("COAT_HANGER", COAT_HANGER),
    ("SCISSORS", SCISSORS),
    ("NEEDLE", NEEDLE),
    ("YARN", YARN),
    ("TAG", TAG),
    ("LEAF", LEAF),
    ("PLANT", PLANT),
    ("DROP", DROP),
    ("WASHING_MACHINE", WASHING_MACHINE),
    ("WRENCH", WRENCH),
    ("STOREFRONT", STOREFRONT),
    ("FACTORY", FACTORY),
    ("FLASK", FLASK),
    ("FIRE", FIRE),
    ("BASKET", BASKET),
    ("FUNNEL", FUNNEL),
    ("REPEAT", REPEAT),
    ("PACKAGE", PACKAGE),
    ("TRUCK", TRUCK),
    ("AIRPLANE", AIRPLANE),
    ("GLOBE", GLOBE),
    ("HOUSE", HOUSE),
    ("BUILDINGS", BUILDINGS),
    ("PATH", PATH),
    ("LINK", LINK),
    ("LINK_BREAK", LINK_BREAK),
    ("TARGET", TARGET),
    ("USERS", USERS),
    ("HAND_COINS", HAND_COINS),
    ("HANDSHAKE", HANDSHAKE),
    ("FIRST_AID", FIRST_AID),
    ("BRIEFCASE", BRIEFCASE),
    ("WIND", WIND),
    ("EAR", EAR),
    ("THERMOMETER", THERMOMETER),
    ("BARBELL", BARBELL),
    ("BIOHAZARD", BIOHAZARD),
    ("KNIFE", KNIFE),
    ("ARMCHAIR", ARMCHAIR),
    ("MAP_PIN", MAP_PIN),
    ("CHATS", CHATS),
    ("SHIELD_CHECK", SHIELD_CHECK),
    ("GRADUATION_CAP", GRADUATION_CAP),
    ("TEACHER", TEACHER),
    ("UNDO", UNDO),
    ("REDO", REDO),
    ("OPEN", OPEN),
    ("SAVE", SAVE),
    ("SEARCH", SEARCH),
    ("TRANSLATE", TRANSLATE),
    ("MOON", MOON),
    ("SUN", SUN),
    ("CONTRAST", CONTRAST),
    ("RANGES", RANGES),
    ("PLUS", PLUS),
    ("MINUS", MINUS),
    ("IMAGE", IMAGE),
    ("TRASH", TRASH),
    ("COPY", COPY),
    ("PAUSE", PAUSE),
    ("PENCIL", PENCIL),
    ("PIN", PIN),
    ("PIN_OFF", PIN_OFF),
    ("GEAR", GEAR),
    ("REFRESH", REFRESH),
    ("RESET", RESET),
    ("EXPORT", EXPORT),
    ("IMPORT", IMPORT),
    ("TABLE", TABLE),
    ("SIGNPOST", SIGNPOST),
    ("PRINT", PRINT),
    ("PASTE", PASTE),
    ("KEYBOARD", KEYBOARD),
    ("PRESENT", PRESENT),
    ("SLIDERS", SLIDERS),
    ("EYE", EYE),
    ("EYE_OFF", EYE_OFF),
    ("LOCK", LOCK),
    ("QR_CODE", QR_CODE),
    ("MORE", MORE),
    ("DRAG_HANDLE", DRAG_HANDLE),
    ("LIST", LIST),
    ("SIDEBAR", SIDEBAR),
    ("SCALES", SCALES),
    ("CHART", CHART),
    ("FLOW", FLOW),
    ("BOOK", BOOK),
    ("CALCULATOR", CALCULATOR),
    ("LIGHTBULB", LIGHTBULB),
    ("STAR", STAR),
    ("FLAG", FLAG),
    ("CHECK", CHECK),
    ("CROSS", CROSS),
    ("WARNING", WARNING),
    ("ERROR", ERROR),
    ("INFO", INFO),
    ("QUESTION", QUESTION),
    ("CLOCK", CLOCK),
    ("HISTORY", HISTORY),
    ("CARET_DOWN", CARET_DOWN),
    ("CARET_UP", CARET_UP),
    ("CARET_LEFT", CARET_LEFT),
    ("CARET_RIGHT", CARET_RIGHT),
    ("ARROW_RIGHT", ARROW_RIGHT),
    ("ARROW_LEFT", ARROW_LEFT),
    ("ARROW_UP", ARROW_UP),
    ("ARROW_DOWN", ARROW_DOWN),
    ("SWAP", SWAP),
];
