//! Words of the claims helper, of the product passport and of queries to other programs.

use super::messages;

messages! {
    /// Words about claims.
    pub enum ClaimMsg {
        Certificates: "; certificate {names}", "；证书：{names}";
        OfPart: "{part}: {content} of {mass}", "{part}：{mass}中的{content}";
        FromWorn: "worn textiles", "旧纺织品";
        FromProduction: "production waste of textiles", "废纺织品（生产环节）";
        FromOther: "other waste, such as bottles", "瓶片等其他废料";
        ByComposition: "the composition of the part", "部件的成分";
        ByDesign: "“comes off easily”, as stated for these parts", "这些部件填写为“易拆卸”";
        AtBest: "“{pathway}” recycles {share} of the piece at the same grade, as an estimate", "估算：“{pathway}”中单件的{share}为同级再生利用";
        NoPathway: "no pathway of this file has an answer", "本文件没有得出结果的路径";
        WorkIsEstimated: "the hours of this file are estimates against a baseline, gained and lost side by side", "本文件的工时为相对基准路径的估算值，增减并列";
        ByRule: "{rule} ({sources})", "{rule}（{sources}）";
        ByProposal: "A proposal, not law: {rule} ({sources})", "草案，非法规：{rule}（{sources}）";

        // what is missing
        NoCertificate: "a certificate for {part}, with its number", "{part}的证书及编号";
        NoEvidence: "the number of the certificate {certificate} for {part}", "{part}的证书（{certificate}）编号";
        Unweighed: "the weight of {part}: it is assumed so far", "{part}的重量：目前为假设值";
        NeedPathway: "the pathway: who collects, sorts and recycles the product", "路径：由谁回收、分拣和再生利用本产品";
        NeedPlace: "the place where that is done today, and for whom it is open", "目前在何处进行，面向哪些人";
        NeedEvidence: "written evidence, such as the confirmation of a recycler for this composition", "书面证据，例如再生利用企业对该成分的确认";
        NeedAspect: "the one aspect that is meant, with its figure, in place of the whole product", "所指的具体方面及其数值，而不是笼统指整件产品";
        NeedExcellent: "recognised excellent performance for that aspect, such as a public ecolabel", "该方面经认可的优良绩效，例如官方环境标志";
        NeedTest: "a test by a named standard", "按具名标准所做的测试";
        NeedInventory: "a published method with its result, without offsets", "公开的方法及其结果，不计碳抵消";
        NeedMeasuredWork: "counted jobs at named firms, with contract, pay and place", "具名企业的实际岗位数，以及合同、薪酬和地点";
        NeedLostWork: "the jobs that are lost elsewhere", "其他地方减少的岗位";
        NeedTakingApart: "a test in which the parts were taken off", "实际拆卸的测试";

        // the page
        Allowed: "may be said", "可以使用";
        NotYet: "not yet", "尚不可用";
        Missing: "Missing: {what}", "缺少：{what}";
        Basis: "Rests on: {what}", "依据：{what}";
        Export: "Claims (JSON)…", "环境宣称（JSON）…";
        FileName: "{product} – claims", "{product}——环境宣称";
    }
}

messages! {
    /// Words about the product passport.
    pub enum PassportMsg {
        Export: "Product passport, draft (JSON)…", "产品数字护照草稿（JSON）…";
        FileName: "{product} – passport draft", "{product}——护照草稿";
        NotStated: "Not stated (draft)", "未填写（草稿）";
        NoFacility: "Not decided at design stage", "设计阶段尚未确定";
        Unspecified: "Unspecified", "未说明";
        Invalid: "the draft does not hold against the schema of UNTP DPP 0.7.0, so nothing was written: {problems}",
            "草稿不符合UNTP DPP 0.7.0的结构要求，未写出文件：{problems}";
        WrittenWith: "Written: {file}. Still missing: {count}", "已写出：{file}。仍缺少{count}项";

        // what is missing
        IssuerId: "who issues it: a W3C DID such as did:web:example.com", "签发者标识：W3C DID，例如did:web:example.com";
        IssuerName: "the name of the issuer", "签发者名称";
        ProductId: "the identifier of the product as a URI", "产品标识（URI）";
        SchemeId: "the scheme of that identifier as a URI, and its name", "标识体系（URI）及其名称";
        Facility: "the factory: its identifier as a URI and its name", "生产工厂：标识（URI）及名称";
        Country: "the country of production, stated and not assumed", "生产国（须填写，不能为假设）";
        Category: "the product category, such as an HS code with its name", "产品类别，例如HS编码及名称";
        OriginOf: "the country of origin of {fibre}", "{fibre}的原产国";
        Remainder: "what {share} of the piece is made of", "单件的{share}是什么材料";
        NoMass: "the mass of the parts", "部件的重量";
        NotUri: "“{text}” is no URI; write it as https://… or did:…", "“{text}”不是URI，请写成https://…或did:…";

        // claims
        RecycledName: "Recycled content by weight", "再生成分重量占比";
        RecycledText: "Share of recycled material by weight, from the bill of materials; estimate of the design stage", "按重量计的再生利用材料占比，来自物料清单，设计阶段估算";
        WorkName: "Work of pathway “{pathway}” against the baseline, estimate", "路径“{pathway}”相对基准的工时（估算）";
        WorkText: "Hours per 1000 pieces, gained and lost, calculated by Reloom from published and assumed factors; not measured", "每千件增减工时，由再织按公布和假设的系数计算，非实测";

        // the form
        FormTitle: "Passport: who and where", "护照：签发者与产地";
        FormLead: "What stays empty is listed as missing in the draft; nothing is guessed. This is remembered.", "未填写的内容会在草稿中列为缺少，不作猜测；所填内容会被记住。";
        FieldIssuerId: "Issuer (DID)", "签发者标识（DID）";
        FieldIssuerName: "Issuer, name", "签发者名称";
        FieldProductId: "Product, identifier (URI)", "产品标识（URI）";
        FieldSchemeId: "Identifier scheme (URI)", "标识体系（URI）";
        FieldSchemeName: "Identifier scheme, name", "标识体系名称";
        FieldFacilityId: "Factory, identifier (URI)", "工厂标识（URI）";
        FieldFacilityName: "Factory, name", "工厂名称";
        FieldCategoryCode: "HS code", "HS编码";
        FieldCategoryName: "HS code, name", "HS编码名称";
        FieldWork: "Put estimated hours in, too", "同时写入估算工时";
    }
}

messages! {
    /// Words about the textile query of Ecobalyse.
    pub enum EcobalyseMsg {
        NoProduct: "{what} has no counterpart among the products of Ecobalyse, so no query was written", "{what}在Ecobalyse中没有对应的产品，未写出查询";
        NoCountry: "{what} is no country of Ecobalyse for textiles: the countries are left out", "{what}不是Ecobalyse纺织品所列的国家，未写出各国别";
        NoMaterial: "{what} has no counterpart among the materials of Ecobalyse and is left out; the shares are those of the rest", "{what}在Ecobalyse中没有对应的材料，未写出；占比按其余材料计算";
        NoFabric: "{what} is neither woven nor knitted: how its cloth is made is left out", "{what}既非机织也非针织，未写出织造方式";
        UnknownProduct: "the product “{what}” of Ecobalyse has no counterpart here", "Ecobalyse的产品“{what}”在此没有对应的种类";
        UnknownMaterial: "the material {what} of Ecobalyse is not known here: counted as other fibre", "未识别Ecobalyse的材料{what}，按其他纤维计算";
        UnknownCountry: "the country {what} of Ecobalyse has no place here: where it is made stays assumed", "Ecobalyse的国家{what}在此没有对应的地点，产地仍为假设";
        BadMass: "the mass {what} kg cannot be; it must be above 0", "重量{what}kg不成立，须大于0";
        BadShares: "the shares of the materials sum to {what}; they must sum to 1", "材料占比之和为{what}，须为1";
        NotHeld: "{what} is not held by a project here", "本项目不含{what}";
        NoResult: "this is no result of Ecobalyse's textile simulator: {what}", "不是Ecobalyse纺织品模拟器的结果：{what}";
        NotDetailed: "the file gives no steps up to making, only the whole life with washing and end, so the carbon of making cannot be told; save the detailed result (/simulator/detailed)", "文件没有到成衣制造为止的各步骤，只有含洗涤和最终去向的全周期数值，无法得出制造碳排放；请保存详细结果（/simulator/detailed）";
        AbsurdCarbon: "the steps of making add up to {value} kg CO2 eq, which no piece can be; check the file", "制造各步骤合计{value}kg CO2当量，一件产品不可能如此，请检查文件";
        CarbonNote: "Ecobalyse {release}, {date}, {file}: {steps}; without transport", "Ecobalyse {release}，{date}，{file}：{steps}；不含运输";
        NotRead: "this is no textile query of Ecobalyse: {what}", "不是Ecobalyse的纺织品查询：{what}";
        Result: "Carbon of making from an Ecobalyse result…", "采用Ecobalyse结果的制造碳排放…";
        ResultTitle: "Open a detailed result of Ecobalyse", "打开Ecobalyse的详细结果";
        ResultFiles: "Results of Ecobalyse", "Ecobalyse结果";
        ResultRead: "{file}: {value} a piece, from {steps}", "{file}：每件{value}，含{steps}";
        Release: "Release of Ecobalyse, as its page says", "Ecobalyse版本（见其页面）";
        Day: "Day of the result, YYYY-MM-DD", "结果日期，格式YYYY-MM-DD";
        NeedsRelease: "Type release and day first: another release gives another figure", "请先填写版本和日期：版本不同，数值也不同";
        Take: "Take over", "采用";
        Export: "Query for Ecobalyse (JSON)…", "Ecobalyse查询（JSON）…";
        FileName: "{product} – Ecobalyse query", "{product}——Ecobalyse查询";
    }
}
