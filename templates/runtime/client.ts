import { findBranch, growNode, plantRoutes } from './chain.js';
import { ConfigError } from './errors.js';
import { Merchant } from './merchant.js';
import type { Routes, WebhookRoutes } from './operation.js';
import type { Settings } from './settings.js';
import { Webhooks } from './webhooks.js';

/** A merchant with all operations and notifications of the pages at hand. */
export interface Client<Templates, Notices> extends Merchant {
  readonly webhooks: Webhooks<Notices>;
  /**
   * The operations of one path: `pay.chain('v3/refund/domestic/refunds')`.
   *
   * @throws {ConfigError} When no page has the template.
   */
  chain<Template extends keyof Templates & string>(template: Template): Templates[Template];
}

/**
 * Makes the class of clients for a set of pages. All three call styles work: `pay.v3.pay.transactions.jsapi`,
 * `pay.chain('v3/pay/transactions/jsapi')`, `pay['v3/pay/transactions/jsapi']`. Operations are loaded when they are first called.
 *
 * @typeParam Tree The property chain.
 * @typeParam Templates The nodes by template.
 * @typeParam Notices The notifications by the name of their page.
 */
export function clientOf<Tree extends object, Templates extends object, Notices>(
  routes: Routes,
  webhookRoutes: WebhookRoutes,
): new (settings: Settings) => Client<Templates, Notices> & Tree & Templates {
  let planted: ReturnType<typeof plantRoutes> | undefined;
  const tree = () => (planted ??= plantRoutes(routes));

  class ChainClient extends Merchant {
    readonly webhooks = new Webhooks<Notices>(this, webhookRoutes);

    constructor(settings: Settings) {
      super({ certificates: async (merchant) => (await import('./download-certificates.js')).downloadCertificates(merchant), ...settings });
    }

    chain(template: string): object {
      const branch = findBranch(tree(), template);
      if (!branch) throw new ConfigError(`There is no page for ${template}`);
      return growNode(branch, this);
    }
  }

  const style = (name: string, node: (client: ChainClient) => object) =>
    Object.defineProperty(ChainClient.prototype, name, {
      get(this: ChainClient) {
        const value = node(this);
        Object.defineProperty(this, name, { value });
        return value;
      },
    });
  const templates = Object.keys(routes);
  for (const template of templates) style(template, (client) => client.chain(template));
  for (const root of new Set(templates.map((template) => template.slice(0, template.indexOf('/')))))
    style(root, (client) => client.chain(root));

  // The getters above are what Tree and Templates describe; the compiler cannot follow them.
  return ChainClient as unknown as new (settings: Settings) => Client<Templates, Notices> & Tree & Templates;
}
