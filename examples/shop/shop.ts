import type { RequestListener } from 'node:http';
import { nodeListener, type WechatPay } from '@docwright/wechatpay';

export interface Order {
  /** The shop's own number of the order. */
  readonly number: string;
  /** In fen. */
  readonly total: number;
  /** What the customer scans. */
  readonly codeUrl: string;
  readonly state: 'open' | 'paid' | 'refunding' | 'refunded';
}

/** A shop that sells one thing at a time and remembers its orders until it closes. */
export class Shop {
  readonly #pay: WechatPay;
  readonly #mchid: string;
  readonly #notifyUrl: string;
  readonly #orders = new Map<string, Order>();

  constructor(pay: WechatPay, { mchid, notifyUrl }: { readonly mchid: string; readonly notifyUrl: string }) {
    this.#pay = pay;
    this.#mchid = mchid;
    this.#notifyUrl = notifyUrl;
  }

  find(number: string): Order | undefined {
    return this.#orders.get(number);
  }

  async order(number: string, { description, total }: { readonly description: string; readonly total: number }): Promise<Order> {
    const { data } = await this.#pay.v3.pay.transactions.native.post({
      json: {
        appid: 'wx0000000000000000',
        mchid: this.#mchid,
        description,
        out_trade_no: number,
        notify_url: this.#notifyUrl,
        amount: { total, currency: 'CNY' },
      },
    });
    return this.#keep({ number, total, codeUrl: data.code_url, state: 'open' });
  }

  async refund(number: string): Promise<Order> {
    const order = this.#orders.get(number);
    if (order?.state !== 'paid') throw new Error(`Order ${number} is not paid.`);
    await this.#pay.v3.refund.domestic.refunds.post({
      json: {
        out_trade_no: number,
        // The same number again would be the same refund, so that a repeated call does no harm.
        out_refund_no: `${number}-R`,
        notify_url: this.#notifyUrl,
        amount: { refund: order.total, total: order.total, currency: 'CNY' },
      },
    });
    return this.#keep({ ...order, state: 'refunding' });
  }

  /** Receives the notifications. What arrives here is verified and decrypted; the same one may arrive twice. */
  get notices(): RequestListener {
    return nodeListener(this.#pay.webhooks, {
      handle: (event) => {
        // There is a v2 notification of the same name, without a resource.
        if (event.event_type === 'TRANSACTION.SUCCESS' && 'resource' in event) {
          const { out_trade_no, trade_state, amount } = event.resource.ciphertext;
          const order = this.#orders.get(out_trade_no);
          // A notification is no proof of how much was paid for what: compare.
          if (order?.state === 'open' && trade_state === 'SUCCESS' && amount.payer_total === order.total) this.#keep({ ...order, state: 'paid' });
        } else if (event.event_type === 'REFUND.SUCCESS') {
          const { out_trade_no, refund_status } = event.resource.ciphertext;
          const order = this.#orders.get(out_trade_no);
          if (order?.state === 'refunding' && refund_status === 'SUCCESS') this.#keep({ ...order, state: 'refunded' });
        }
      },
      onError: console.error,
    });
  }

  #keep(order: Order): Order {
    this.#orders.set(order.number, order);
    return order;
  }
}
