#!/bin/sh
# Puts Reloom into the applications of this user; no administrator rights. Undo: sh install.sh --remove
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
binary=$HOME/.local/bin/reloom
entry=$data/applications/reloom.desktop
icon=$data/icons/hicolor/scalable/apps/reloom.svg
type=$data/mime/packages/reloom-mime.xml

refresh() {
  for tool in update-desktop-database update-mime-database; do
    folder=$data/applications
    [ "$tool" = update-mime-database ] && folder=$data/mime
    if command -v "$tool" >/dev/null 2>&1; then "$tool" "$folder" || true; fi
  done
}

if [ "${1:-}" = --remove ]; then
  rm -f "$binary" "$entry" "$icon" "$type"
  refresh
  echo "Reloom was taken out; your projects and preferences stay. 已移除再织，项目和偏好设置仍保留。"
  exit 0
fi

mkdir -p "$(dirname "$binary")" "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$type")"
cp "$here/reloom" "$binary"
chmod 755 "$binary"
# The entry names the binary by its full path: ~/.local/bin is not on every PATH.
sed "s|^Exec=reloom|Exec=\"$binary\"|" "$here/reloom.desktop" > "$entry"
cp "$here/reloom.svg" "$icon"
cp "$here/reloom-mime.xml" "$type"
refresh
echo "Reloom is in the applications now. 再织已加入应用程序。"
