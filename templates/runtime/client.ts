import { findBranch, growNode, plantRoutes } from './chain.js';
import { downloadCertificates } from './download-certificates.js';
import { ConfigError } from './errors.js';
import { Merchant } from './merchant.js';
import type { Modules, Routes } from './operation.js';
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
 * @param modules Loads the table of what loads the operations, and the notifications.
 * @typeParam Tree The property chain.
 * @typeParam Templates The nodes by template.
 * @typeParam Notices The notifications by the name of their page.
 */
export function clientOf<Tree extends object, Templates extends object, Notices>(
  routes: Routes,
  modules: () => Promise<Modules>,
): new (settings: Settings) => Client<Templates, Notices> & Tree & Templates {
  const templates = Object.keys(routes);
  const roots = new Set(templates.map((template) => template.slice(0, template.indexOf('/'))));
  let planted: ReturnType<typeof plantRoutes> | undefined;
  const loadModule = async (template: string): Promise<object> => {
    const load = (await modules()).operations[template];
    if (!load) throw new TypeError(`There is no module of ${template}`);
    return load();
  };

  class ChainClient extends Merchant {
    readonly webhooks = new Webhooks<Notices>(this, async () => (await modules()).webhooks);

    constructor(settings: Settings) {
      super({ certificates: downloadCertificates, ...settings });
      // On the client and not on its prototype, where V8 takes a hundred times longer to define so many.
      for (const name of [...roots, ...templates])
        Object.defineProperty(this, name, {
          configurable: true,
          get: () => {
            const value = this.chain(name);
            Object.defineProperty(this, name, { value });
            return value;
          },
        });
    }

    chain(template: string): object {
      planted ??= plantRoutes(routes, loadModule);
      const branch = findBranch(planted, template);
      if (!branch) throw new ConfigError(`There is no page for ${template}`);
      return growNode([branch], this);
    }
  }

  // The getters above are what Tree and Templates describe; the compiler cannot follow them.
  return ChainClient as unknown as new (settings: Settings) => Client<Templates, Notices> & Tree & Templates;
}
