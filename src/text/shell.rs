//! Words of the window around the panels: commands, first screen, questions, messages.

use super::messages;

messages! {
    /// Words of the window's frame.
    pub enum ShellMsg {
        // commands, where no shared word says enough
        Examples: "Examples and files", "示例与文件";
        OpenFile: "Open a file…", "打开文件…";
        ToDark: "Dark theme", "深色主题";
        ToLight: "Light theme", "浅色主题";
        ToContrast: "High contrast", "高对比度";
        ToNormalContrast: "Normal contrast", "普通对比度";
        LessMotion: "Reduce motion", "减弱动态效果";
        UsualMotion: "Usual motion", "恢复动态效果";
        ShowRanges: "Show ranges beside figures", "在数字旁显示区间";
        FoldList: "Fold the list", "收起列表";
        UnfoldList: "Show the list", "展开列表";
        FoldInspector: "Fold the inspector", "收起详情栏";
        UnfoldInspector: "Show the inspector", "展开详情栏";
        CloseFigure: "Close what is open", "关闭";
        About: "About Reloom", "关于再织";
        Keys: "Keys", "快捷键";
        Jump: "Go to anything in sight by two letters", "按两个字母跳到画面上任一项";
        JumpTold: "Type the letters beside a thing to go there; 1 to 9 lead through the page. Escape leaves.", "键入某项旁的字母即可跳到该项；按1至9可在页面中上下移动；按Escape退出。";
        Quit: "Quit", "退出";
        Menu: "Menu", "菜单";
        UndoWhat: "Undo: {what}", "撤销：{what}";
        RedoWhat: "Redo: {what}", "重做：{what}";

        // why a command cannot run
        NothingToUndo: "Nothing to undo", "没有可撤销的操作";
        NothingToRedo: "Nothing to redo", "没有可重做的操作";
        NothingToSave: "No changes since the last save", "上次保存后没有修改";
        OnlyLooking: "You are only looking: another window has the file open", "仅供查看：该文件已在其他窗口打开";
        Working: "Figures are being worked out", "正在重新计算，数字稍后更新";
        Opening: "Opening {name}… Escape stops it", "正在打开{name}，按Esc可取消";
        OpeningStopped: "{name} was not opened", "未打开{name}";
        OpeningDropped: "{name} was not opened, for what is in front was changed meanwhile. Open it once more.", "打开期间当前内容有修改，因此未打开{name}，请重新打开。";
        NothingOpen: "Nothing is open", "没有已打开的内容";

        // first screen
        CardFactsOne: "{parts} part · {mass}", "{parts}个部件 · {mass}";
        CardFacts: "{parts} parts · {mass}", "{parts}个部件 · {mass}";
        CardScores: "Circularity of its pathways {range}", "各路径循环度{range}";
        BackTo: "Back to {name}", "返回{name}";
        NowOpen: "open now", "已打开";

        // paths and native dialogs
        OpenTitle: "Open a file", "打开文件";
        SaveTitle: "Save as", "另存为";
        DialogOpen: "Choose the file in the dialog of your system, or type its path here.", "请在系统对话框中选择文件，或在此输入文件路径。";
        DialogMissing: "No file dialog answers on this computer. Type the path of the file here.", "这台电脑没有可用的文件对话框，请在此输入文件路径。";
        PathField: "Path of the file", "文件路径";
        PathHint: "Folder and name, such as {example}", "文件夹与文件名，例如{example}";
        PathEmpty: "Type a path first", "请先输入路径";
        PathTaken: "There is already a file {name}. Save once more to replace it; the old one stays beside it as .bak.", "已有文件{name}。再次保存将替换它，原文件保留为.bak。";
        Replace: "Replace", "替换";
        ProjectFiles: "Reloom projects", "再织项目";

        // unsaved changes
        UnsavedTitle: "Save the changes to {name}?", "要保存对“{name}”的修改吗？";
        UnsavedBody: "Without saving they are lost.", "如果不保存，这些修改会丢失。";
        DontSave: "Don’t save", "不保存";

        // somebody else has the file
        ConflictTitle: "{file} was written by somebody else", "{file}已被他人写入";
        ConflictBody: "Another window or program has written it since you opened or saved it: {when}. Keep yours and theirs stays beside it as a dated copy; or open theirs, which you can undo; or save yours as a copy.",
            "在您打开或保存之后，其他窗口或程序写入了该文件，时间：{when}。保留您的内容时，对方的内容会另存为带日期的副本；打开对方的内容后可以撤销；也可以把您的内容另存为副本。";
        KeepMine: "Keep mine", "保留我的内容";
        OpenTheirs: "Open theirs", "打开对方的内容";
        SaveCopy: "Save as a copy…", "另存为副本…";
        TimeUnknown: "time unknown", "时间不详";
        SavedBeside: "Saved: {file}. What was there before is now {copy}.", "已保存：{file}。原有内容另存为{copy}。";
        TheirsOpened: "What is in the file was opened. Undo brings your own back.", "已打开文件中的内容，撤销即可恢复您的内容。";
        ElsewhereTitle: "{file} is open in another window", "{file}已在其他窗口打开";
        ElsewhereBody: "Look at it here without changing it, or edit it here too; a save then asks wherever the other window has saved.",
            "可在此仅供查看，也可在此同时编辑；如另一窗口已保存，此处保存时会询问。";
        LookOnly: "Look only", "仅查看";
        EditAnyway: "Edit here too", "在此同时编辑";
        LookOnlyMark: "looking only", "仅供查看";

        // recovery
        RecoveredTitle: "Reloom ended unexpectedly", "再织上次意外退出";
        RecoveredBody: "Your unsaved work on {name} was kept. Time: {when}. File: {file}.", "“{name}”的未保存内容已保留。时间：{when}。文件：{file}。";
        NeverSaved: "never saved", "从未保存";
        RecoverLater: "Later", "稍后";
        Recover: "Continue with it", "继续编辑";
        DropRecovered: "Discard it", "放弃";
        NotRecovered: "Unsaved work of an earlier window cannot be read. It stays at {file}. {why}", "之前窗口的未保存内容无法读取，仍保留在{file}。{why}";
        NotKept: "Reloom’s own folder in your home cannot be written: unsaved work is not kept for the case of a crash, and settings are not remembered. Save your project often, to another folder. {why}", "再织在用户主目录中的文件夹无法写入：意外退出时无法恢复未保存的内容，设置也不会保留。请随时将项目保存到其他文件夹。{why}";

        // messages
        Saved: "Saved: {file}", "已保存：{file}";
        Opened: "Opened: {name}", "已打开：{name}";
        OpenedOdd: "Opened with {count} remarks; nothing was changed. The first: {first}", "已打开，有{count}处需留意，内容未改动。第一处：{first}";
        NoExample: "There is no example “{id}”.", "没有示例“{id}”。";
        PhotoTitle: "Choose a picture", "选择图片";
        PhotoFiles: "Pictures (PNG, JPEG)", "图片（PNG、JPEG）";
        PhotoKind: "The file is neither a PNG nor a JPEG picture. Choose another one.", "该文件不是PNG或JPEG图片，请选择其他文件。";
        PhotoTooLarge: "The picture has more points than can be read. Make it smaller first.", "图片像素过多，无法读取，请先缩小。";
        PhotoBroken: "The picture is damaged and cannot be read. Choose another one.", "图片已损坏，无法读取，请选择其他图片。";
        PreferencesBroken: "The settings could not be read and start afresh. {why}", "无法读取设置，已恢复默认。{why}";
        Dismiss: "Close this message", "关闭此消息";

        // about
        Version: "Version {version}", "版本{version}";
        AboutWhat: "A design assistant for circular textiles: how circular each pathway of a garment is, and what work it creates and takes away.", "循环纺织设计助手：一件服装的每条路径循环度如何，会增加、减少哪些用工。";
        AboutData: "{factors} figures from {sources} sources, each with its range, its year and a grade.", "{factors}个数值，出自{sources}个来源，均注明区间、年份与等级。";
        AboutOffline: "It works without a network and sends nothing anywhere.", "无需联网，不会向外发送任何内容。";
        AboutEndorsed: "Not endorsed by the United Nations, the ILO, CNTAC or any other body.", "本软件未获联合国、国际劳工组织、中国纺织工业联合会或其他机构认可。";
        AboutLicences: "Licences", "许可";
        LicenceCode: "Reloom: MIT or Apache-2.0", "再织：MIT或Apache-2.0";
        LicenceInter: "Inter: SIL Open Font License 1.1", "Inter字体：SIL开放字体许可1.1";
        LicenceNoto: "Noto Sans SC: SIL Open Font License 1.1", "Noto Sans SC字体：SIL开放字体许可1.1";
        LicenceNotoLabels: "Noto Sans for labels: SIL Open Font License 1.1", "标签用Noto Sans字体：SIL开放字体许可1.1";
        LicencePhosphor: "Phosphor icons: MIT", "Phosphor图标：MIT";

        // keys
        KeysLead: "Everything works without a mouse.", "不用鼠标也能完成所有操作。";
        KeysCommands: "Commands", "命令";
        KeysMoving: "Moving about", "移动与操作";
        KeyNext: "Next, previous", "下一项、上一项";
        KeyMove: "Move within a group, change a share", "组内移动、调整占比";
        KeyBig: "Change a share in larger steps", "大步调整占比";
        KeyConfirm: "Confirm, open", "确认、打开";
        KeyLeave: "Leave, close", "返回、关闭";
        KeyZoom: "Larger, smaller, normal size", "放大、缩小、恢复原大小";
        KeyRegion: "Next region, previous", "下一区域、上一区域";
        KeyFigure: "On a figure: into its details and back", "在数字上：进入详情、返回";
        KeyRows: "In a list and through a page: on, to its ends", "在列表和页面中：翻页、到首尾";
        KeyTick: "Tick the chosen row", "勾选所在行";
        KeyArrows: "Arrow keys", "方向键";
        KeyShiftArrows: "Shift and arrow keys", "Shift＋方向键";

        // empty inspector
        InspectorTitle: "Details", "详情";
        InspectorEmpty: "Click any figure: its formula, its numbers and its sources open here.", "点击任一数字，这里会显示它的公式、代入数值与来源。";

        // without a window
        NoDisplay: "Reloom found no display to open its window on; every command works without one: presets, assess, check, calc, model and the others of reloom --help.", "再织未找到可用的显示环境，无法打开窗口；所有命令都不需要显示环境：presets、assess、check、calc、model及reloom --help所列的其他命令。";
        NoGraphics: "Reloom found a display, but no graphics driver that can paint its window ({needs}); install or renew the driver. Every command works without one (reloom --help).", "再织找到了显示环境，但没有能绘制窗口的图形驱动程序（需要{needs}），请安装或更新驱动程序；所有命令都不需要窗口（见reloom --help）。";
        NeedsOpenGl: "OpenGL 2.0 or later", "OpenGL 2.0或更高版本";
        NeedsDirect3d: "Direct3D 12", "Direct3D 12";
        NeedsEither: "OpenGL 2.0 or later, or Direct3D 12", "OpenGL 2.0或更高版本，或Direct3D 12";
        NoSuchRenderer: "This build of Reloom paints its window with OpenGL only; leave out --renderer wgpu.", "此版本的再织仅能使用OpenGL绘制窗口，请去掉--renderer wgpu。";
        ScriptsUseTheOther: "Scripts use reloom-cli: it waits for the end and gives its exit code.", "脚本请使用reloom-cli：它会等待命令结束并给出退出码。";
        NoSuchFile: "Reloom cannot open {file}: {why}", "再织无法打开{file}：{why}";
    }
}
