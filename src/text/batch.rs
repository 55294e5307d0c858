//! Words about lists of many products.

use super::messages;

messages! {
    /// What is said of a list and its lines.
    pub enum BatchMsg {
        // the list
        NoKindColumn: "the list has no column “kind” (kind of garment); its first row must name kind, composition and pieces",
            "清单没有“品类”一列；首行必须写明品类、成分和件数";
        NoLabelColumn: "the list has no column “composition”; its first row must name kind, composition and pieces",
            "清单没有“成分”一列；首行必须写明品类、成分和件数";
        NoPiecesColumn: "the list has no column “pieces”; its first row must name kind, composition and pieces",
            "清单没有“件数”一列；首行必须写明品类、成分和件数";
        ColumnTwice: "two columns of the list mean the same; take one of them out", "清单有两列含义相同，请去掉一列";
        EmptyList: "the list is empty", "清单为空";
        EmptyFolder: "the folder holds no projects (.reloom or .ron)", "文件夹中没有项目（.reloom或.ron）";
        NotAList: "a list is a folder of projects, a .csv or an .xlsx", "清单应为项目文件夹、.csv或.xlsx";
        Utf16: "the list is in UTF-16; save it as CSV in UTF-8", "清单为UTF-16编码，请另存为UTF-8的CSV";
        TooManyLines: "the list has {count} lines, more than {limit}; divide it", "清单有{count}行，超过{limit}行，请拆分";
        TooManyRows: "the sheet has more than 1,048,576 rows; save it as CSV", "工作表超过1,048,576行，请另存为CSV";
        NoSheet: "the workbook has no sheet", "工作簿没有工作表";
        SheetDamaged: "the workbook cannot be read: {detail}", "无法读取工作簿：{detail}";
        TooLargeUnpacked: "the workbook is larger than {limit} unpacked; save it as CSV", "工作簿解压后超过{limit}，请另存为CSV";

        // a line
        LineTooLong: "the line is longer than 64 KiB", "该行超过64KiB";
        LineNotText: "the line is neither UTF-8 nor GB18030", "该行既不是UTF-8也不是GB18030文本";
        LineQuote: "a quotation mark opens here that nothing closes", "此处的引号没有闭合";
        KindMissing: "the kind of garment is missing", "缺少品类";
        KindUnknown: "no kind of garment is called “{kind}”", "没有名为“{kind}”的品类";
        PiecesBad: "the pieces must be a number above 0, found “{text}”", "件数必须是大于0的数字，收到“{text}”";
        MassBad: "the mass must be a number above 0 with g or kg in heading or cell, found “{text}”",
            "重量必须是大于0的数字，并在表头或单元格中注明g或kg，收到“{text}”";
        PartOpen: "{part}: {why}", "{part}：{why}";
        PartTwice: "{part} stands in the composition and in a column of its own; take one of them out", "{part}在成分和单独的列中都有，请去掉一处";
        PartLacks: "{part} has a mass, but nothing says what it is made of", "{part}有重量，但没有说明成分";
        PartsHeavy: "the parts weigh {parts}, the piece {whole}", "各部件共重{parts}，而单件重量为{whole}";
        LabelOpen: "the composition is not whole", "成分不完整";
        MassAssumed: "Mass assumed: the usual one of the kind.", "重量为假设：取该品类的常见值。";
        NoPathways: "none of the pathways takes this product", "没有适合该产品的路径";
        NoMass: "the product has no mass", "产品没有重量";
        LineBad: "line {line}: {why}", "第{line}行：{why}";
        MoreBad: "{count} more lines could not be read; each stands in the output with its reason", "另有{count}行无法读取；各行原因见输出文件";

        // the run
        Progress: "{done} of {all} lines, {rate} products a second, about {left} left", "已完成{done}/{all}行，每秒{rate}件产品，约剩{left}";
        ProgressOpen: "{done} lines, {rate} products a second", "已完成{done}行，每秒{rate}件产品";
        Replaced: "Finished blocks of an earlier run were replaced; --resume goes on from them.",
            "已替换上次未完成的结果；如需接着做，请用--resume。";
        OtherRun: "{path} holds blocks of another run (other options or another version); leave --resume out to start anew",
            "{path}中是另一次运行的结果（选项或版本不同）；去掉--resume可重新开始";
        BadShard: "a shard is i/n with i from 1 to n, such as 1/4; found “{text}”", "分片应写成i/n，i为1至n，例如1/4；收到“{text}”";
        ShardSheet: "shards are written as .csv or .parquet; --merge can make an .xlsx of them", "分片须输出为.csv或.parquet；--merge可将其合并为.xlsx";
        BadOutput: "the output must end in .csv, .xlsx or .parquet", "输出文件须以.csv、.xlsx或.parquet结尾";
        NoParquet: "this build has no Parquet (cargo build --release --features parquet makes one that has); take .csv or .xlsx",
            "当前程序不支持Parquet（用cargo build --release --features parquet编译的版本支持）；请用.csv或.xlsx";
        ParquetDamaged: "the Parquet file is not one of shards, or is damaged: {detail}", "该Parquet文件不是分片结果，或已损坏：{detail}";
        NoList: "LIST is missing: a folder of projects, a .csv or an .xlsx", "缺少清单：项目文件夹、.csv或.xlsx";
        SheetFull: "the results have more rows than a sheet holds (1,048,576); write them as .csv", "结果行数超过工作表上限（1,048,576），请输出为.csv";
        NoSuchWay: "No product of the list has the pathway “{id}”.", "清单中没有产品具有路径“{id}”。";
        NotTotals: "these are no totals of a shard, or of another version", "这不是分片的合计文件，或版本不同";
        OtherDraws: "the shards were drawn differently ({a} against {b} draws, or another seed); reckon them with the same --draws and --seed",
            "各分片的抽样不同（{a}次与{b}次，或随机种子不同）；请用相同的--draws和--seed重算";
        OtherColumns: "its columns are not those of the first shard", "列与第一个分片不同";
        Broke: "a block of the list broke off; --resume goes on from the others", "清单中有一块计算中断；可用--resume从其余部分继续";
        Second: "{count} s", "{count}秒";
        Minute: "{count} min", "{count}分钟";
        Hour: "{count} h", "{count}小时";
    }
}
