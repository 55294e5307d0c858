//! Words of the diagram's layers and of exported pictures and tables.

use super::messages;

messages! {
    /// Words of layers and exports.
    pub enum PictureMsg {
        // layers
        Layer: "What the diagram shows", "流图显示";
        Mass: "Mass", "重量";
        Work: "Work", "工时";
        Pieces: "Pieces", "件数";
        ShowMass: "Diagram: mass", "流图：重量";
        ShowWork: "Diagram: work", "流图：工时";
        ShowPieces: "Diagram: of 100 pieces", "流图：每100件的去向";

        // work
        Replaces: "replaces {hours}", "替代{hours}";
        OwnHours: "Work here: {hours} per 1000 pieces", "本环节用工：每千件{hours}";
        ReplacedHours: "Work replaced elsewhere: {hours} per 1000 pieces", "替代的别处用工：每千件{hours}";
        LegendOwn: "Work here, per 1000 pieces: {hours} in all", "本环节用工，每千件共{hours}";
        LegendReplaced: "Work replaced elsewhere, sewing and spinning: {hours}", "替代的别处用工（缝制、纺纱等）：{hours}";

        // pieces
        Passes: "{count}×", "{count}件次";
        Count: "{count} of 100", "{count}件";
        PartsOnly: "parts only", "仅部件";
        PassesSpoken: "Of 100 pieces: passed {count}×", "每100件：经过{count}件次";
        CountSpoken: "Of 100 pieces: {count}", "每100件：{count}件";
        BackCount: "{stage}: {count} come back", "{stage}：回到穿用{count}件次";
        LeadsBackCount: "{stage}: {count} back to {to}", "{stage}：回到{to}{count}件次";
        LegendPieces: "One garment: 1 of 100 pieces sold, at the last place it reaches whole",
            "一件小衣代表售出100件中的1件，停在它作为整件到达的最后一处";
        LegendBack: "Hollow: comes back on the way", "空心：途中回到前面的环节";

        // what a flow rests on
        FlowRange: "{low} to {high} while only its own figures move; grade {grade}", "仅自身数值变动时为{low}至{high}；等级{grade}";
        FlowGrade: "No range; grade {grade}", "无区间；等级{grade}";

        // export
        Export: "Export", "导出";
        ProductSvg: "Product as SVG…", "产品导出为SVG…";
        ProductOutlines: "Product as SVG, letters as outlines…", "产品导出为SVG（文字转轮廓）…";
        ProductPng: "Product as PNG…", "产品导出为PNG…";
        ProductCsv: "Parts as CSV…", "部件导出为CSV…";
        ProductCopy: "Copy the product as a picture", "复制产品图片";
        DiagramSvg: "Diagram as SVG…", "流图导出为SVG…";
        DiagramOutlines: "Diagram as SVG, letters as outlines…", "流图导出为SVG（文字转轮廓）…";
        DiagramPng: "Diagram as PNG…", "流图导出为PNG…";
        DiagramCsv: "Flows as CSV…", "流量导出为CSV…";
        DiagramCopy: "Copy the diagram as a picture", "复制流图图片";
        CompareSvg: "Comparison as SVG…", "比较导出为SVG…";
        CompareOutlines: "Comparison as SVG, letters as outlines…", "比较导出为SVG（文字转轮廓）…";
        ComparePng: "Comparison as PNG…", "比较导出为PNG…";
        CompareCsv: "Comparison as CSV…", "比较导出为CSV…";
        CompareCopy: "Copy the comparison as a picture", "复制比较图片";
        CombinationSvg: "Combinations as SVG…", "措施组合导出为SVG…";
        CombinationOutlines: "Combinations as SVG, letters as outlines…", "措施组合导出为SVG（文字转轮廓）…";
        CombinationPng: "Combinations as PNG…", "措施组合导出为PNG…";
        CombinationCsv: "Combinations as CSV…", "措施组合导出为CSV…";
        CombinationCopy: "Copy the combinations as a picture", "复制措施组合图片";
        ExportTitle: "Export to a file", "导出到文件";
        Pictures: "Picture or table", "图片或表格";
        ExportHint: "The ending stays .{ending}; for example {example}", "扩展名为.{ending}，例如{example}";
        Exported: "Written: {file}", "已导出：{file}";
        Copied: "The picture is on the clipboard", "图片已复制到剪贴板";
        MoreParts: "{count} more parts are in the table (Parts as CSV)", "另有{count}个部件，见“部件导出为CSV”";
        NotDrawn: "The picture could not be drawn. Try SVG in place of PNG.", "无法绘制图片，请改用SVG格式。";
        NothingToCompare: "Nothing is compared yet", "还没有可比较的路径";
        FlowsOf: "{product} – {pathway}", "{product}——{pathway}";
        ProductOf: "{product} – what it is made of", "{product}——产品构成";
        ComparisonOf: "{product} – comparison", "{product}——比较";
        CombinationOf: "{product} – combinations of moves", "{product}——措施组合";
        Shares: "Figures behind the flows: {count} assumed (grade D); sources: {sources}", "流量所用数值：假设值（等级D）{count}项；来源：{sources}";
        Foot: "Reloom {version} · {date} · {estimate}", "再织（Reloom）{version} · {date} · {estimate}";
        UnknownEnding: "“{file}” must end in .svg, .png or .csv", "“{file}”的扩展名必须是.svg、.png或.csv";
        OutlinesOfSvg: "--outlines goes with a file that ends in .svg; “{file}” does not", "--outlines只用于扩展名为.svg的文件，“{file}”不是";
    }
}
