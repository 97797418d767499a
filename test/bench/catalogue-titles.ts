/** Matters of an office, as the catalogues of cities name them. */
const MATTERS = words(`
食品经营 小餐饮经营 药品零售 药品批发 医疗器械经营 医疗机构执业 放射诊疗 母婴保健技术 公共场所卫生 饮用水供水单位卫生
消毒产品生产 护士执业 医师执业 乡村医生执业 诊所执业 义诊活动 职业卫生技术服务 危险化学品经营 烟花爆竹零售 非药品类易制毒化学品
特种设备使用 特种设备检验检测 计量标准器具 工业产品生产 检验检测机构资质 企业名称 有限责任公司 股份有限公司 个体工商户 农民专业合作社
个人独资企业 合伙企业 外商投资企业 分支机构 动产抵押 股权出质 广告发布 食品生产 食品小作坊 化妆品生产
建设项目选址 建设用地规划 建设工程规划 乡村建设规划 临时用地 建筑工程施工 商品房预售 房屋租赁 房地产估价机构 物业维修资金
建筑业企业资质 工程监理企业资质 城市道路挖掘 城镇排水 燃气经营 燃气设施改动 户外广告设施 建筑垃圾处置 城市绿地占用 古树名木迁移
砍伐城市树木 临时占道 供水设施改装 污水排入管网 生活垃圾清运 户外招牌 餐厨垃圾收运 历史建筑修缮 二级建造师注册 安全生产管理人员考核
道路旅客运输 道路货物运输 危险货物运输 巡游出租汽车经营 网络预约出租汽车 机动车维修经营 驾驶员培训 公路超限运输 水路运输 港口经营
船舶所有权 船员适任 航道通航条件 渔业船舶 渔业捕捞 水域滩涂养殖 种畜禽生产 动物诊疗 动物防疫条件 执业兽医
农药经营 兽药经营 农作物种子生产 肥料 拖拉机驾驶 联合收割机 农村宅基地 农村土地承包经营 林木采伐 林木种子经营
木材运输 野生动物人工繁育 占用林地 草原征占 取水 水土保持方案 河道采砂 入河排污口 水利工程 排污
危险废物经营 辐射安全 环境影响评价 建设项目环保验收 民办学校 民办幼儿园 校外培训机构 教师资格 普通话水平测试 中小学学籍
营业性演出 娱乐场所 互联网上网服务 旅行社 导游 文物拍卖 考古发掘 电影放映 出版物零售 印刷经营
广播电视节目制作 卫星地面接收设施 体育健身经营 高危险性体育项目 社会团体 民办非企业单位 基金会 公益性墓地 收养 低保
特困人员供养 残疾人两项补贴 高龄津贴 养老机构 临时救助 退役军人优待 烈士遗属抚恤 养老保险关系 失业保险金 工伤认定
工伤保险待遇 医疗保险参保 医疗费用零星报销 生育保险待遇 异地就医 门诊慢特病 劳务派遣经营 人力资源服务 职业介绍 劳动用工
集体合同 就业困难人员 创业担保贷款 灵活就业社保补贴 职业技能等级 公共租赁住房 住房公积金提取 住房公积金贷款 住房公积金缴存 经济适用住房
枪支持有 爆破作业 保安服务 典当业特种行业 旅馆业特种行业 公章刻制 集会游行示威 大型群众性活动 剧毒化学品购买 机动车号牌
校车驾驶 非机动车 户口迁移 户口注销 暂住人口 边境通行 律师执业 公证员执业 法律援助 司法鉴定
基层法律服务 仲裁委员会 不动产首次 不动产转移 不动产抵押 不动产异议 不动产预告 国有建设用地使用权 集体土地所有权 采矿权
探矿权 测绘资质 地图审核 地质灾害治理 招标投标 政府投资项目 企业投资项目 节能审查 粮食收购 成品油零售
酒类流通 单用途预付卡 对外贸易经营 技术进出口 拍卖业务 直销企业 二手车交易 报废机动车回收 再生资源回收 会展活动
`);

/** What is done about it. */
const DEEDS = words(`
许可证核发 许可证变更 许可证延续 许可证补发 许可证注销 备案 备案变更 备案注销 登记 变更登记 注销登记 资格认定
资质核准 资质延续 审批 初审 年度报告 信息更正 补贴申领 证明开具 验收 复核
`);

/** Whom it is for; mostly nobody in particular. */
const SCOPES = ['', '（个人）', '（单位）', '（首次）', '（外资）', '（简易程序）', '（跨区域）', '（军人）'];

/** As many titles are there. */
export const TITLES = MATTERS.length * DEEDS.length * SCOPES.length;

/** A prime that shares no factor with the number of titles, so that every stretch of numbers holds all sorts. */
const STRIDE = 10_007;

/** How an item is called: its title, the name in it, and what people say instead. */
export interface Called {
  readonly title: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The name of an item by its number; no two below `TITLES` are the same. */
export function calledBy(number: number): Called {
  const place = (number * STRIDE) % TITLES;
  const matter = MATTERS[place % MATTERS.length] ?? '';
  const deed = DEEDS[Math.floor(place / MATTERS.length) % DEEDS.length] ?? '';
  const scope = SCOPES[Math.floor(place / MATTERS.length / DEEDS.length)] ?? '';
  const name = `${matter}${deed}`;
  return {
    title: `${name}${scope}`,
    name: `${name}${scope.slice(1, -1)}`,
    aliases: [`办理${matter}${deed}`, `${matter}怎么${deed.slice(-2)}`],
  };
}

function words(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
