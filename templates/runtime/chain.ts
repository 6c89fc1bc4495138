import type { Merchant } from './merchant.js';
import type { CallOptions, Routes } from './operation.js';

/** One segment of the routes; shared by all clients. */
interface Branch {
  /** By the segment as the template has it. */
  readonly children: Map<string, Branch>;
  /** What loads the module of the verb. */
  readonly verbs: Map<string, Load>;
}

type Load = () => Promise<object>;

/** Sorts the routes into a tree of segments. */
export function plantRoutes(routes: Routes, loadModule: (template: string) => Promise<object>): Branch {
  const root = emptyBranch();
  for (const [template, verbs] of Object.entries(routes)) {
    const branch = template.split('/').reduce((at, segment) => childOf(at, segment), root);
    for (const verb of verbs.split(' ')) branch.verbs.set(verb, () => loadModule(template));
  }
  return root;
}

/** The name of a path segment in the property chain: `wb-channel` is `wbChannel`, `{id}` is `_id_`, the end after a slash `_empty_`. */
export function chainName(segment: string): string {
  if (segment === '') return '_empty_';
  return segment.replace(/^\{(.*)\}$/, '_$1_').replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Makes the node of a branch: a plain object whose children are made when they are asked for. Where a name is both verb and child,
 * the verb's function carries the child's members.
 *
 * @param branches Several where their segments have one name in the property chain: the verbs are those of the first page among
 *   them, as the types say.
 */
export function growNode(branches: readonly Branch[], merchant: Merchant, node: object = {}): object {
  const verbs = branches.find((branch) => branch.verbs.size > 0)?.verbs ?? new Map<string, Load>();
  const children = childrenOf(branches);
  for (const [name, child] of children) {
    if (verbs.has(name)) continue;
    Object.defineProperty(node, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = growNode(child, merchant);
        Object.defineProperty(node, name, { enumerable: true, value });
        return value;
      },
    });
  }
  for (const [verb, load] of verbs) {
    const child = children.get(verb);
    const value = bindVerb(verb, load, merchant);
    Object.defineProperty(node, verb, { enumerable: true, value: child ? growNode(child, merchant, value) : value });
  }
  return node;
}

/** The branch of a template, if there is one. */
export function findBranch(root: Branch, template: string): Branch | undefined {
  return template.split('/').reduce<Branch | undefined>((at, segment) => at?.children.get(segment), root);
}

/** By the name in the property chain. */
function childrenOf(branches: readonly Branch[]): Map<string, Branch[]> {
  const children = new Map<string, Branch[]>();
  for (const branch of branches)
    for (const [segment, child] of branch.children) {
      const name = chainName(segment);
      const before = children.get(name);
      if (before) before.push(child);
      else children.set(name, [child]);
    }
  return children;
}

function bindVerb(verb: string, load: Load, merchant: Merchant) {
  return async (input?: object, options?: CallOptions): Promise<unknown> => {
    const operation: unknown = Reflect.get(await load(), verb);
    if (typeof operation !== 'function') throw new TypeError(`The module of the page has no ${verb}`);
    return operation(merchant, input, options);
  };
}

function childOf(branch: Branch, segment: string): Branch {
  const known = branch.children.get(segment);
  if (known) return known;
  const made = emptyBranch();
  branch.children.set(segment, made);
  return made;
}

function emptyBranch(): Branch {
  return { children: new Map(), verbs: new Map() };
}
