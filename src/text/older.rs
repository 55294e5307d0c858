//! What counts differently in a file of version 1, as the window and the command line say it.

use super::{Lang, messages};

messages! {
    /// What a file of version 1 is told.
    pub enum OlderMsg {
        Title: "A file of version 1", "第1版文件";
        Lead: "Its own figures stay as they are. The method is in its second edition; these results count differently now:",
            "文件中自定的数值保持不变。计算方法已是第二版，以下结果的算法有变：";
        Service: "Displacement by service: a later life avoids as much of a new garment as it is worn, times how far it replaces one. New garments avoided and work lost are lower.",
            "按穿着次数计替代：后续使用周期减少的新衣＝穿着次数占比×替代率，因此减少的新衣和减少的工时都变少。";
        Rental: "Rental: a hired first life replaces an owned garment only as far as its wears do. Washing that moved from home stands apart.",
            "租赁：首次租用只按其穿着次数替代自有衣物；由家庭转出的洗涤工时单独列出。";
        Export: "Export: selling abroad is work where the garment is sold, and avoids a garment made where yours is made.",
            "出口：境外销售的工时计在销售地，减少的新衣仍计在原产地。";
        Sewing: "Sewing: counted per piece by making minutes, no longer per kg. An own figure per kg stays in the file and counts only where a kind has no minutes; minutes that you entered stay standard minutes (SMV).",
            "缝制：按缝制分钟数逐件计算，不再按千克计；自定的按千克系数仍保留在文件中，仅用于没有分钟数的类别；自行填写的分钟数仍作为标准工时（SMV）。";
        Unsorted: "Unsorted share: new pathways sort 0.72 of what is collected. Pathways of this file keep their own shares.",
            "未分拣部分：新建路径中，收集量只有0.72进入分拣；本文件的路径保留原有占比。";
        Quality: "Quality-weighted MCI: it stands beside MCI and counts recycling by the quality of what comes out.",
            "品质加权MCI：与MCI并列，按再生产出的品质计入再生利用。";
        Gates: "Routes: one that would give back next to nothing of a part refuses it. Taking off trims counts cuts, at most three minutes a garment.",
            "路线：若某部件几乎没有产出，则不予接收；辅料拆卸按刀数计，每件最多3分钟。";
        Figures: "Figures: hours of spinning, sorting, repair and rental and the displacement of resale are newer. Figures that you set stay.",
            "数据：纺纱、分拣、维修、租赁的工时和二手转售替代率已更新；自定数值不变。";
    }
}

impl OlderMsg {
    /// What counts differently, one sentence or two each.
    pub const LIST: [Self; 8] = [
        Self::Service,
        Self::Rental,
        Self::Export,
        Self::Sewing,
        Self::Unsorted,
        Self::Quality,
        Self::Gates,
        Self::Figures,
    ];

    /// The lead and the list, one line each.
    pub fn lines(lang: Lang) -> impl Iterator<Item = &'static str> {
        let list = Self::LIST.iter().map(move |entry| entry.text(lang));
        std::iter::once(Self::Lead.text(lang)).chain(list)
    }
}
