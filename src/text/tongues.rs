//! The languages that labels are read in.

use super::messages;

messages! {
    /// A language of labels.
    pub enum TongueMsg {
        English: "English", "英语";
        German: "German", "德语";
        French: "French", "法语";
        Italian: "Italian", "意大利语";
        Spanish: "Spanish", "西班牙语";
        Portuguese: "Portuguese", "葡萄牙语";
        Dutch: "Dutch", "荷兰语";
        Polish: "Polish", "波兰语";
        Swedish: "Swedish", "瑞典语";
        Danish: "Danish", "丹麦语";
        Norwegian: "Norwegian", "挪威语";
        Finnish: "Finnish", "芬兰语";
        Czech: "Czech", "捷克语";
        Slovak: "Slovak", "斯洛伐克语";
        Hungarian: "Hungarian", "匈牙利语";
        Romanian: "Romanian", "罗马尼亚语";
        Bulgarian: "Bulgarian", "保加利亚语";
        Greek: "Greek", "希腊语";
        Croatian: "Croatian", "克罗地亚语";
        Slovene: "Slovene", "斯洛文尼亚语";
        Lithuanian: "Lithuanian", "立陶宛语";
        Latvian: "Latvian", "拉脱维亚语";
        Estonian: "Estonian", "爱沙尼亚语";
        Irish: "Irish", "爱尔兰语";
        Maltese: "Maltese", "马耳他语";
        Turkish: "Turkish", "土耳其语";
        Japanese: "Japanese", "日语";
        Korean: "Korean", "韩语";
        Russian: "Russian", "俄语";
        Ukrainian: "Ukrainian", "乌克兰语";
        Arabic: "Arabic", "阿拉伯语";
        Vietnamese: "Vietnamese", "越南语";
        Thai: "Thai", "泰语";
        Indonesian: "Indonesian", "印度尼西亚语";
        Hindi: "Hindi", "印地语";
        Bengali: "Bengali", "孟加拉语";
        Chinese: "Chinese", "中文";
    }
}
