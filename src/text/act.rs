//! Words of what can be done with a thing by hand: the menu of the right button, its keys, why something cannot be done.

use super::messages;

messages! {
    /// What can be done with a thing.
    pub enum ActMsg {
        Edit: "Edit", "编辑";
        Open: "Open its details", "查看详情";
        Sort: "Sort by this column", "按此列排序";
        Cell: "{column}: {name}", "{name}：{column}";
        MoveUp: "Move up", "上移";
        MoveDown: "Move down", "下移";
        Cut: "Cut", "剪切";
        Copy: "Copy", "复制";
        CopyCells: "Copy as cells", "复制为单元格";
        Paste: "Paste", "粘贴";
        CopyFigure: "Copy the figure with its source", "复制数字与来源";
        Fill: "Give it the remainder", "补足剩余占比";
        Pin: "Pin its share", "固定占比";
        Unpin: "Unpin its share", "取消固定占比";
        Compare: "Compare it", "加入比较";
        LeaveOut: "Leave it out of the comparison", "移出比较";

        SeveralParts: "{count} parts: mass, count, role, removal, finish, making and fibres are set for all of them, shares where the fibre is there",
            "已选{count}个部件：重量、件数、部件类别、可拆卸、后整理、生产方式与纤维对全部生效，占比对含该纤维的部件生效";

        // groups of the list of keys
        KeysThings: "With what is chosen", "对所选内容";
        MenuKey: "Its menu", "右键菜单";
        Menu: "What can be done with {name}", "对{name}的操作";

        // why something cannot be done
        IsFirst: "It is the first already", "已在最前";
        IsLast: "It is the last already", "已在最后";
        Sorted: "The table is sorted: click its heading until it shows the parts’ own order", "表格已排序，请点击列标题恢复部件原有顺序";
        NoName: "A part needs a name.", "部件须有名称。";
        ShareCount: "Type {count} shares in per cent, together at most 100, such as {example}.", "请输入{count}个百分比，合计不超过100，例如{example}。";
        OneFile: "One file at a time: {file} is taken.", "一次只处理一个文件：{file}。";
        OtherFile: "{file} is not taken here. Drop a project (.reloom), a table (such as .xlsx or .csv), a factor set (.factors.ron), practice cards (.reloompractice), or on the product page a picture (.png, .jpg).",
            "此处不能使用{file}。可拖入项目（.reloom）、表格（如.xlsx、.csv）、系数集（.factors.ron）、案例卡片包（.reloompractice），在产品页还可拖入图片（.png、.jpg）。";
        NothingToPaste: "There is nothing to paste here: copy parts, stages or cells of a table first.", "没有可粘贴的内容：请先复制部件、环节或表格单元格。";
        BrokenClip: "What was copied cannot be read. {why}", "复制的内容无法读取。{why}";
        NoRemainder: "There is no remainder", "没有剩余占比";
    }
}
