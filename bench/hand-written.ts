/*
 * What a good engineer would write for the measured requests without a library: every issue is collected, nothing is allocated
 * while all is well. It stands for the least that such a check can cost.
 */

interface Problem {
  readonly path: string;
  readonly wants: string;
}

type Members = Readonly<Record<string, unknown>>;

class Problems {
  list: Problem[] | undefined;

  add(path: string, wants: string): void {
    (this.list ??= []).push({ path, wants });
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrAbsent = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isFlagOrAbsent = (value: unknown): boolean => value === undefined || typeof value === 'boolean';

/** For what may be absent, but not of another kind. */
function membersIn(problems: Problems, path: string, value: unknown): Members | undefined {
  if (value === undefined) return undefined;
  if (isMembers(value)) return value;
  problems.add(path, 'an object');
  return undefined;
}

function itemsIn(problems: Problems, path: string, value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  problems.add(path, 'a list');
  return [];
}

/** The request of `v3/aggracct-bc/wb-channel/special-reduction`. */
export function checkReduction(input: unknown): boolean {
  const problems = new Problems();
  const json = isMembers(input) ? input['json'] : undefined;
  if (!isMembers(json)) problems.add('/json', 'an object');
  else {
    const { mchid, bal_account_no, out_request_no, reduction_type, amount, reason } = json;
    if (!isText(mchid)) problems.add('/json/mchid', 'a string');
    if (!isText(bal_account_no)) problems.add('/json/bal_account_no', 'a string');
    if (!isText(out_request_no)) problems.add('/json/out_request_no', 'a string');
    if (reduction_type !== 'FINANCIAL_PENALTY' && reduction_type !== 'JUDICIAL_DEDUCTION')
      problems.add('/json/reduction_type', 'FINANCIAL_PENALTY or JUDICIAL_DEDUCTION');
    if (!Number.isInteger(amount)) problems.add('/json/amount', 'an integer');
    if (!isTextOrAbsent(reason)) problems.add('/json/reason', 'a string');
  }
  return problems.list === undefined;
}

const ways: readonly unknown[] = ['no_balance', 'no_credit', 'no_debit', 'balance_only'];

/** The request of `v3/pay/transactions/jsapi`. */
export function checkOrder(input: unknown): boolean {
  const problems = new Problems();
  const json = isMembers(input) ? input['json'] : undefined;
  if (!isMembers(json)) problems.add('/json', 'an object');
  else {
    if (!isText(json['appid'])) problems.add('/json/appid', 'a string');
    if (!isText(json['mchid'])) problems.add('/json/mchid', 'a string');
    if (!isText(json['description'])) problems.add('/json/description', 'a string');
    if (!isTextOrAbsent(json['attach'])) problems.add('/json/attach', 'a string');
    if (!isText(json['out_trade_no'])) problems.add('/json/out_trade_no', 'a string');
    if (!isTextOrAbsent(json['time_expire'])) problems.add('/json/time_expire', 'a string');
    if (!isText(json['notify_url'])) problems.add('/json/notify_url', 'a string');
    if (!isTextOrAbsent(json['goods_tag'])) problems.add('/json/goods_tag', 'a string');
    if (!isFlagOrAbsent(json['support_fapiao'])) problems.add('/json/support_fapiao', 'a boolean');
    const limits = itemsIn(problems, '/json/limit_pay', json['limit_pay']);
    for (let index = 0; index < limits.length; index += 1)
      if (!ways.includes(limits[index])) problems.add(`/json/limit_pay/${index}`, `one of ${ways.join(', ')}`);
    checkAmount(json['amount'], problems);
    checkPayer(json['payer'], problems);
    const detail = membersIn(problems, '/json/detail', json['detail']);
    if (detail) checkDetail(detail, problems);
    const scene = membersIn(problems, '/json/scene_info', json['scene_info']);
    if (scene) checkScene(scene, problems);
    const settle = membersIn(problems, '/json/settle_info', json['settle_info']);
    if (settle && !isFlagOrAbsent(settle['profit_sharing'])) problems.add('/json/settle_info/profit_sharing', 'a boolean');
    const subsidy = membersIn(problems, '/json/subsidy_info', json['subsidy_info']);
    if (subsidy) checkSubsidy(subsidy, problems);
  }
  return problems.list === undefined;
}

function checkAmount(amount: unknown, problems: Problems): void {
  if (!isMembers(amount)) return problems.add('/json/amount', 'an object');
  if (!Number.isInteger(amount['total'])) problems.add('/json/amount/total', 'an integer');
  if (!isTextOrAbsent(amount['currency'])) problems.add('/json/amount/currency', 'a string');
}

const identities: readonly unknown[] = [
  'IDCARD',
  'HONGKONG_MACAO',
  'HONGKONG_MACAO_RESIDENT',
  'TAIWAN_RESIDENT',
  'FOREIGN_RESIDENT',
  'OVERSEA_PASSPORT',
];

function checkPayer(payer: unknown, problems: Problems): void {
  if (!isMembers(payer)) return problems.add('/json/payer', 'an object');
  if (!isText(payer['openid'])) problems.add('/json/payer/openid', 'a string');
  const identity = membersIn(problems, '/json/payer/identity', payer['identity']);
  if (!identity) return;
  if (!identities.includes(identity['type'])) problems.add('/json/payer/identity/type', `one of ${identities.join(', ')}`);
  if (!isText(identity['number'])) problems.add('/json/payer/identity/number', 'a string');
  if (!isText(identity['name'])) problems.add('/json/payer/identity/name', 'a string');
}

function checkDetail(detail: Members, problems: Problems): void {
  const { cost_price, invoice_id, goods_detail } = detail;
  if (cost_price !== undefined && !Number.isInteger(cost_price)) problems.add('/json/detail/cost_price', 'an integer');
  if (!isTextOrAbsent(invoice_id)) problems.add('/json/detail/invoice_id', 'a string');
  const goods = itemsIn(problems, '/json/detail/goods_detail', goods_detail);
  for (let index = 0; index < goods.length; index += 1) {
    const item = goods[index];
    if (!isMembers(item)) {
      problems.add(`/json/detail/goods_detail/${index}`, 'an object');
      continue;
    }
    const { merchant_goods_id, wechatpay_goods_id, goods_name, quantity, unit_price } = item;
    if (!isText(merchant_goods_id)) problems.add(`/json/detail/goods_detail/${index}/merchant_goods_id`, 'a string');
    if (!isTextOrAbsent(wechatpay_goods_id)) problems.add(`/json/detail/goods_detail/${index}/wechatpay_goods_id`, 'a string');
    if (!isTextOrAbsent(goods_name)) problems.add(`/json/detail/goods_detail/${index}/goods_name`, 'a string');
    if (!Number.isInteger(quantity)) problems.add(`/json/detail/goods_detail/${index}/quantity`, 'an integer');
    if (!Number.isInteger(unit_price)) problems.add(`/json/detail/goods_detail/${index}/unit_price`, 'an integer');
  }
}

function checkScene(scene: Members, problems: Problems): void {
  if (!isTextOrAbsent(scene['payer_client_ip'])) problems.add('/json/scene_info/payer_client_ip', 'a string');
  if (!isTextOrAbsent(scene['device_id'])) problems.add('/json/scene_info/device_id', 'a string');
  const store = membersIn(problems, '/json/scene_info/store_info', scene['store_info']);
  if (!store) return;
  if (!isTextOrAbsent(store['id'])) problems.add('/json/scene_info/store_info/id', 'a string');
  if (!isText(store['name'])) problems.add('/json/scene_info/store_info/name', 'a string');
  if (!isText(store['area_code'])) problems.add('/json/scene_info/store_info/area_code', 'a string');
  if (!isText(store['address'])) problems.add('/json/scene_info/store_info/address', 'a string');
}

function checkSubsidy(subsidy: Members, problems: Problems): void {
  const details = itemsIn(problems, '/json/subsidy_info/subsidy_detail', subsidy['subsidy_detail']);
  for (let index = 0; index < details.length; index += 1) {
    const detail = details[index];
    if (!isMembers(detail)) {
      problems.add(`/json/subsidy_info/subsidy_detail/${index}`, 'an object');
      continue;
    }
    const { subsidy_period_type: period, subsidy_plan } = detail;
    if (period !== 'DAILY' && period !== 'PERIOD')
      problems.add(`/json/subsidy_info/subsidy_detail/${index}/subsidy_period_type`, 'DAILY or PERIOD');
    if (!Array.isArray(subsidy_plan)) problems.add(`/json/subsidy_info/subsidy_detail/${index}/subsidy_plan`, 'a list');
    else checkPlans(subsidy_plan, index, problems);
  }
}

function checkPlans(plans: readonly unknown[], at: number, problems: Problems): void {
  for (let index = 0; index < plans.length; index += 1) {
    const plan = plans[index];
    if (!isMembers(plan)) {
      problems.add(`/json/subsidy_info/subsidy_detail/${at}/subsidy_plan/${index}`, 'an object');
      continue;
    }
    const { subsidy_installment_num: count, subsidy_percent: percent } = plan;
    if (count !== 3 && count !== 6 && count !== 12)
      problems.add(`/json/subsidy_info/subsidy_detail/${at}/subsidy_plan/${index}/subsidy_installment_num`, '3, 6 or 12');
    if (percent !== 0 && percent !== 100)
      problems.add(`/json/subsidy_info/subsidy_detail/${at}/subsidy_plan/${index}/subsidy_percent`, '0 or 100');
  }
}
