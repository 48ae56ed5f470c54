// title: Columns that mean the same in every query
// question: What does a column mean whose query does not declare it?
// note: A query that returns one of these needs no line for it; it declares a column of this name where it means
//   something else there, or where its type differs. The meanings at the end stand in several headers in English, and
//   here once in Chinese.
// column group: string -- uid of the group -- 小组的 uid
// column uid: string -- uid -- uid
// column name: string -- its name -- 名称
// column name_en: string? -- its name in English -- 英文名称
// column name_short: string -- name without its kind: 济南 of 济南市 -- 去掉建制的简称，如济南市为济南
// column pinyin: string -- name in pinyin -- 名称的拼音
// column code: string -- code (GB/T 2260) -- 代码（GB/T 2260）
// column level: string? -- Country, Province, Prefecture, County or Township; null for an agency
//   -- Country 中央、Province 省级、Prefecture 地级、County 县级或 Township 乡级；机构为空
// column kind: string? -- 省, 地级市, 县 and so on -- 省、地级市、县等建制
// column field: string? -- water, tourism, transport and so on -- 领域：water 水、tourism 旅游、transport 交通等
// column rank: integer? (1 to 10) -- rank; null outside the ladder or unknown -- 级别；不在级别序列之内或不明的为空
// column rank_basis: string? -- stated, derived or override -- stated 载明、derived 推定或 override 个案
// column as_of: date -- the day of the reading -- 判读所依的日期
// column valid_from: date? -- first day; null if unknown -- 起始之日；不明的为空
// column valid_to: date? -- first day after the end; null if open or unknown
//   -- 终止之日，即不再有效的第一日；尚未终止或不明的为空
// column from_edtf: string? -- start as the source gives it; null if unknown -- 资料所载的起始时间；不明的为空
// column to_edtf: string? -- end as the source gives it; null if unknown -- 资料所载的终止时间；不明的为空
// column since: string? -- start (EDTF); null if unknown -- 起始时间（EDTF）；不明的为空
// column until: string? -- end (EDTF); null if unknown -- 终止时间（EDTF）；不明的为空
// column end_basis: string? -- stated, derived, open or unknown
//   -- stated 载明、derived 推定、open 尚未结束或 unknown 不明
// column last_documented: date? -- the latest day on which a source shows it; null if none is dated
//   -- 有资料表明其存在的最后一日；均无日期的为空
// column seen: date? -- the last day, at most D, of which a source speaks; null if none is dated
//   -- 不晚于 D、有资料述及的最后一日；均无日期的为空
// column status: string -- documented (seen within the window, and shown on D or later), presumed (seen within it), stale or undated
//   -- documented 有记载（窗口期内有记载，且有资料述及 D 或 D 以后）、presumed 推定存续（窗口期内有记载）、
//   stale 久无记载或 undated 无日期
// column chair_seen: date? -- the last day, at most D, on which a source shows who sits in the chair; null if none is dated
//   -- 不晚于 D、有资料表明由谁任组长的最后一日；均无日期的为空
// column tenure_status: string? -- held, or last_shown: nothing shows the person in the seat after last_evidence; null where
//   no seat in force names anybody -- held 在任或 last_shown 最后见于：last_evidence 之后未见其人；当日有效的席位未载姓名的为空
// column last_evidence: date? -- last day on which a source shows the seat -- 有资料表明该席位的最后一日
// column source: string? -- uid of the source -- 来源的 uid
// column sources: list<string> -- uids of its sources -- 其各来源的 uid
// column source_title: string? -- title of the source -- 来源的标题
// column licence: string? -- licence of the source -- 来源的许可
// column url: string? -- address, only of official sites and known publishers -- 网址，仅限官方网站和知名出版者
// column read_at: string? -- address at which it was read, as data -- 查阅时的网址，作为数据
// column confidence: string? -- high, medium or low -- 可信度：high 高、medium 中或 low 低
// column dataset: string -- the file that it was loaded from -- 数据所出的文件
// column in_paper: boolean? -- whether it is a case of Miao and Ju (2020) -- 是否为 Miao 与 Ju（2020）的案例
// column roster: string -- complete, partial or unknown -- complete 完整、partial 不全或 unknown 不明
// column documents: list<string> -- uids of the founding documents -- 成立文件的 uid
// column instruments: list<integer> (0 to 3) -- kinds of the founding documents, 3 a law or regulation
//   -- 成立文件的形式，3 为法规或法律
// column unit: string -- uid of the unit -- 单位的 uid
// column unit_name: string? -- name of the unit -- 单位的名称
// column upper: string -- uid of the superior -- 上级的 uid
// column above: list<string> -- uids of all units above it on the day -- 当日其全部上级的 uid
// column mode: string? -- statutory or acting (代管) -- statutory 法定或 acting 代管
// column broken: boolean -- whether no superior is known although the unit is not the centre
//   -- 是否并非中央而上级不明
// column steps: list<map> -- the changes in order: old, old_code, old_name, new, new_code, new_name,
//   kind, on (EDTF), precision, document, source
//   -- 依次发生的变动：old、old_code、old_name 为变动前的 uid、代码、名称，new、new_code、new_name 为变动后的，
//   kind 种类，on 时间（EDTF），precision 精确程度，document 文件，source 来源
// column group_name: string -- name of the group -- 小组的名称
// column post: string -- uid of the post -- 职务的 uid
// column title: string? -- title of the post; null if no source gives it -- 职务名称；资料未载的为空
// column person: string? -- uid of the person; null if not named -- 人物的 uid；未载姓名的为空
// column role: string -- chair, deputy_chair, member, observer, secretary or office_director
//   -- chair 组长、deputy_chair 副组长、member 成员、observer 列席、secretary 秘书长或 office_director 办公室主任
// column executive: boolean -- whether executive deputy (常务副组长) -- 是否为常务副组长
// column chairs: list<string> -- uids of the chairs (persons; the post where its holder is not known)
//   -- 组长的 uid（人物；任职者不明的为职务）
// column chair_rank: integer? (1 to 10) -- rank of the chair under the basis -- 按级别依据的组长级别
// column member: string -- uid of the member -- 成员的 uid
// column member_name: string -- name of the member -- 成员的名称
// column scope: string -- governments or all: the members that count
//   -- 成员范围：governments 只计政府或 all 计全部成员
// column n_members: integer (members) -- members in scope -- 范围内的成员数
// column n_own: integer? (members) -- of these, units that a chair heads; null without a chair
//   -- 其中关系为 OWN（本职）的成员数；没有组长的为空
// column n_outside: integer? (members) -- of these, outside the chair's command by law
//   -- 其中依法不受组长领导的成员数
// column gap_min: integer? (steps) -- smallest gap: the weakest link; null if a rank is missing
//   -- 最小级差，即最薄弱的一环；有级别缺失的为空
// column gap_median: integer? (steps) -- lower median of the known gaps -- 已知级差的下中位数
// column gap_max: integer? (steps) -- largest known gap -- 已知级差的最大值
// column gap_min_at_most: integer? (steps) -- smallest known gap, where a rank is missing
//   -- 有级别缺失时，已知级差的最小值
// column lc: float? (0 to 1) -- line coverage; null if nothing is left or a link is unknown
//   -- 统属覆盖率；没有可计的成员或有关系不明的为空
// column lc_min: float? (0 to 1) -- line coverage if no unknown link is one of command
//   -- 统属覆盖率下限，即不明者均不统属时的值
// column lc_max: float? (0 to 1) -- line coverage if every unknown link is -- 统属覆盖率上限，即不明者均为统属时的值
// column unbound: integer? (members) -- members without LINE -- 关系不是 LINE 的成员数
// column veto: integer? (members) -- members of the chair's rank or above it, without LINE
//   -- 级别不低于组长且关系不是 LINE 的成员数
// column lcs: list<string>? -- names of the lowest common superiors; null if a chain of superiors is broken
//   -- 最低共同上级的名称；有上级链条中断的为空
// column lcs_uids: list<string>? -- uids of the lowest common superiors -- 最低共同上级的 uid
// column origin: string -- superior, members, third_party or unknown
//   -- 发起：superior 上级、members 成员、third_party 第三方或 unknown 不明
// column type: string -- STRONG, WEAK, SELF_FORMING, UNKNOWN, VACANT, NOT_A_GROUP or UNCLASSIFIED
//   -- STRONG 强领导、WEAK 弱领导、SELF_FORMING 自组织、UNKNOWN 未知、VACANT 空缺、
//   NOT_A_GROUP 不构成小组或 UNCLASSIFIED 不归类
// column type_certainty: string? -- identified, by_convention or open (several types remain, `type` is UNKNOWN); null where chair, members or
//   day are not known
//   -- identified 已判明、by_convention 依约定或 open 未定（尚余数种类型，`type` 为 UNKNOWN）；组长、成员或日期不明的为空
// column possible: list<string>? -- the types that remain under the conventions; null where chair, members or day are not known
//   -- 依约定尚余的类型；组长、成员或日期不明的为空
// column rests_on: list<string> -- the conventions that a type by convention rests on: collective_form, origin_inferred, post_kept,
//   roster_below_host, sar_line
//   -- 依约定的类型所据的约定：collective_form 集体形式、origin_inferred 推断的发起、post_kept 职务留任、
//   roster_below_host 成员皆为主办方所属、sar_line 中央统属特别行政区
// column type_if_known_only: string? -- the type of what is known, nothing completed; null where no source dates the group
//   -- 只就已知情况所得的类型，不作补全；无日期的小组为空
// column row: integer? -- the row of the type table that gives the type of what is known (0 to 10); null where no source dates the group
//   -- 已知情况所据的类型表的行（0 至 10）；无日期的小组为空
// column flags: list<string> -- what a reader must know -- 读者须知的标记
// column type_in_paper: string? -- the type that Miao and Ju (2020) give it; null until someone supplies it
//   -- Miao 与 Ju（2020）所归的类型；补录之前为空
// column supposed: boolean -- whether a chair or a member is supposed, not documented
//   -- 组长或成员是否出于假设而非记载
// column one: string -- uid of the first group -- 第一个小组的 uid
// column one_name: string -- its name
// column other: string -- uid of the second group -- 第二个小组的 uid
// column other_name: string -- its name
// column n_one: integer (members) -- members of the first group -- 第一个小组的成员数
// column n_other: integer (members) -- members of the second group -- 第二个小组的成员数
// column n_shared: integer (members) -- members of both -- 两组共同的成员数
// column shared_days: integer? (days) -- days on which both are documented, through D; null if not known or none
//   -- 截至 D，两组均有记载的日数；不明或没有的为空
// column shown: boolean -- whether sources show both groups on D or later -- 是否有资料表明两组在 D 或 D 以后均存在
// column n_groups: integer (groups) -- groups looked at -- 所查看的小组数
// column n_identified: integer (groups) -- of these, groups whose type is identified -- 其中类型已判明的小组数
// column n_by_convention: integer (groups) -- of these, groups of this type by convention -- 其中依约定归入该类型的小组数
// column n_open: integer (groups) -- of these, groups of which several types remain: counted as UNKNOWN -- 其中类型未定的小组数，计作 UNKNOWN
// column n_incomplete: integer (groups) -- of these, groups whose roster is not complete -- 其中名单不完整的小组数
// column label: string -- label under which the uid is unique -- 使 uid 唯一的标签
// column properties: map -- all properties -- 全部属性
// column key: string -- what tells the tie from others of its type -- 用以区别同类关系的键
// column digest: string -- fingerprint of its properties -- 其属性的指纹
// column id: string -- element id -- 元素的 id
// means: uids of groups; null for every group -- 小组的 uid；留空为全部小组
// means: single, co_chairs, rotating, collective or unknown
//   -- single 单一、co_chairs 双组长、rotating 轮值、collective 集体或 unknown 不明
// means: its code (GB/T 2260); null for an agency -- 代码（GB/T 2260）；机构为空
// means: that chair's name -- 该组长的姓名
// means: whether the chair or this member is supposed, not documented -- 组长或该成员是否出于假设而非记载
// means: 领导小组, 联席会议 and so on -- 领导小组、联席会议等种类
// means: province, cross_province, inter_agency, no_province or unknown
//   -- province 一省之内、cross_province 跨省、inter_agency 跨地区部门协作、no_province 不属任何省或 unknown 不明
// means: uid of the post; null where no source gives it -- 职务的 uid；资料未载的为空
// means: title as published, else of the post -- 公布的职务名称，未公布的为该职务的名称
// means: name of the person -- 人物的姓名
// means: name of the chair -- 组长的姓名
// means: uid of the unit of the post -- 职务所在单位的 uid
// means: the day -- 日期
// means: fewest groups that a government must sit in -- 政府至少须参加的小组数
// means: Country, Province, Prefecture, County or Township; null for every level
//   -- Country 中央、Province 省级、Prefecture 地级、County 县级或 Township 乡级；留空为各级
// means: its level -- 其层级
// means: groups it sits in -- 其参加的小组数
// means: uid of the source of that day -- 该日的来源的 uid
// means: as a tie: uid of the group -- 作为关系：小组的 uid
// means: uid of the person -- 人物的 uid
// means: Country, Province, Prefecture or County -- Country 中央、Province 省级、Prefecture 地级或 County 县级
// means: Province, Prefecture, County or Township -- Province 省级、Prefecture 地级、County 县级或 Township 乡级
// means: uid of the source of the tie -- 关系的来源的 uid
// means: what the source is called -- 来源的名称
// means: dataset, official document, gazetteer or project
//   -- dataset 数据集、official document 公文、gazetteer 地方志或 project 项目
// means: derived or override -- derived 推定或 override 个案
// means: 县, 县级市, 地级市 and so on -- 县、县级市、地级市等建制
// means: relationship type -- 关系的类型
// means: the day D -- 日期 D
// means: its rank -- 其级别
// means: uid of the post; null for a listing of the unit -- 职务的 uid；直接列出单位的为空
// means: rank of the post, of the unit for a listing -- 职务的级别，直接列出单位的为单位级别
// means: water, tourism, transport and so on; null for every field
//   -- 领域：water 水、tourism 旅游、transport 交通等；留空为各领域
// means: a division, or a region of several (长三角), as uids; null for every group
//   -- 一个区划，或由数个区划组成的区域（长三角），以 uid 给出；留空为全部小组
// means: 领导小组, 协调小组, 联席会议 and so on -- 领导小组、协调小组、联席会议等种类
// means: unit (against its superior), post (against its unit) or chair (against a member)
//   -- unit（对照其上级）、post（对照其单位）或 chair（对照成员）
// means: what the source adds -- 资料所附的说明
// means: Country, Province, Prefecture, County or Township
//   -- Country 中央、Province 省级、Prefecture 地级、County 县级或 Township 乡级
// means: title -- 职务名称
// means: code (GB/T 2260); null for an agency -- 代码（GB/T 2260）；机构为空
// means: name in English; null for an agency -- 英文名称；机构为空
// means: uids -- uid
// means: PART_OF, DEPARTMENT_OF or LED_BY -- PART_OF、DEPARTMENT_OF 或 LED_BY
// means: uid of the unit at the top -- 最上方单位的 uid
// means: the day D; null for each group's last documented day
//   -- 日期 D；留空为各组的最后记载日
// means: uid of the province in which its members lie; null where there is none
//   -- 其成员所在省的 uid；没有的为空
// means: name of that province
//   -- 该省的名称
// means: the chairs: post, title, person, name, rank, units (uids)
//   -- 组长：post 职务、title 名称、person 人物、name 姓名、rank 级别、units 单位（uid）
// means: who was last shown in a chair and is not known to hold its post on the day: post, person, name, on
//   -- 最后见于组长席位而当日是否在任不明者：post 职务、person 人物、name 姓名、on 最后之日
