//! Words of own measurements: the form at a factor, and the sheet for the stopwatch.

use super::messages;

messages! {
    /// What is said of an own measurement.
    pub enum MeasureMsg {
        // at a factor
        Title: "My measurement", "自行测定";
        Decides: "This figure is judged and can decide the result: counts from your own floor make it better.", "该数值出自判断，却可能左右结果；用您现场的计数替换它会更可靠。";
        Invite: "Counts from your own floor give this figure with a range of its own.", "您现场的计数可以算出该数值及其区间。";
        Open: "Measure it", "填写测定";
        Sheet: "Stopwatch sheet (PDF)…", "测时记录表（PDF）…";
        Row: "Sample {row}", "样本{row}";
        Pieces: "Pieces", "件数";
        Trims: "Trims taken off", "取下辅料数";
        Kilograms: "Kilograms", "公斤数";
        People: "People", "人数";
        Minutes: "Minutes", "分钟数";
        Days: "Days", "天数";
        Hint: "One row a sample: what was done, by how many people, in how many minutes of each a day, on how many days.", "每行一个样本：完成多少、几人、每人每天几分钟、几天。";
        Place: "Who, where, when", "谁、在哪里、何时";
        PlaceHint: "such as: sorting hall, Suzhou, May 2026", "例如：苏州分拣车间，2026年5月";
        AddRow: "Another sample", "增加样本";
        RemoveRow: "Take the last sample away", "删去最后一个样本";
        Take: "Use this measurement", "采用测定结果";
        Drop: "Close", "关闭";
        NoPlace: "Say who measured where and when", "请注明谁、在哪里、何时测定";
        NoSample: "Fill in one sample", "请填写一个样本";
        NoNumber: "Sample {row}, {field}: type a number above 0", "样本{row}，{field}：请输入大于0的数字";
        OutOfReach: "These numbers are too far apart to be reckoned with. Check them.", "这些数字相差过大，无法计算，请核对。";
        Grade: "own, n = {n}", "自测，n={n}";
        Result: "{value} ({range}); {grade}", "{value}（{range}）；{grade}";
        ResultAlike: "{value}; {grade}. Without a spread between samples the range is that of its grade.", "{value}；{grade}。样本之间没有差异，区间按等级取。";
        Note: "own, n = {n}: {count} {unit} in {hours} h of work, spread {spread} between samples; {place}", "自测，n={n}：{unit}{count}，用工{hours}小时，样本间离散{spread}；{place}";
        NoteAlike: "own, n = {n}: {count} {unit} in {hours} h of work; {place}", "自测，n={n}：{unit}{count}，用工{hours}小时；{place}";

        // the sheet
        SheetName: "Stopwatch sheets", "测时记录表";
        SheetAbout: "Sheets to count work by hand: sorting, repair, disassembly, sewing", "手工记录用工的表格：分拣、维修、拆解、缝制";
        Sorting: "Sorting", "分拣";
        Repair: "Repair", "维修";
        Disassembly: "Disassembly: taking trims off", "拆解：取下辅料";
        Sewing: "Sewing", "缝制";
        ForSorting: "Gives full-time equivalents per 1000 t sorted. Weigh what is sorted; write pieces down too where they are counted.", "用于算出每千吨分拣量的全时当量。称量分拣的重量；如同时计件，也请写下件数。";
        ForRepair: "Gives hours of one repair. Count all who work on it, also who checks it in, cleans it and hands it out.", "用于算出每件维修的工时。收件、清洁、交付的人也要计入。";
        ForDisassembly: "Gives minutes to take off a trim. Count every button, zip, label and badge that comes off.", "用于算出每个辅料的拆卸分钟数。拆下的每个纽扣、拉链、标签、徽章都计数。";
        ForSewing: "Gives hours over making minutes. Count all who are paid on the line, also helpers and checkers, and finished pieces only.", "用于算出缝制工时与缝制分钟数之比。产线上领工资的人都计入，辅助工和检验员也算；只数成品。";
        How: "How to count", "怎样记录";
        HowRows: "One row a sample: a batch, a shift or a day. At least five, on different days and by different people.", "每行一个样本：一批、一班或一天。至少五个样本，取自不同日子和不同的人。";
        HowMinutes: "Minutes are those of one person a day at this work, breaks left out.", "分钟数指一个人一天做这项工作的时间，不含休息。";
        HowTell: "Tell people what is counted and why: the work is measured, not the worker. Write no names.", "事先说明记录什么、为什么：测的是工作，不是人。不写姓名。";
        HowEnter: "Type the rows in at the factor in Reloom’s library, under “My measurement”.", "回到再织资料库，在相应系数的“自行测定”中逐行填入。";
        Where: "Firm or workshop, place", "企业或车间、地点";
        When: "From when to when", "起止日期";
        What: "What is worked on", "处理对象";
        Number: "No.", "序号";
        Remarks: "Remarks", "备注";
    }
}
