import { catalogue } from '../diagnostics/catalogue.js';
import type { Declaration } from '../diagnostics/declaration.js';
import type { RuleExample } from '../drift/examples/example-page.js';
import type { Rule } from '../drift/rule.js';
import { nearest } from '../diagnostics/nearest.js';
import { SettingsError } from '../run/settings-error.js';
import { helpEnding } from './common-flags.js';
import { exitCode } from './exit-code.js';
import type { AddCommand } from './add-command.js';

export const addExplain: AddCommand = (program, world, end) => {
  program
    .command('explain')
    .description('say what a diagnostic or a drift rule means, with an example')
    .argument('[code]', 'such as doc-type-unknown or response-encryption-added')
    .option('--all', 'all diagnostics, as Markdown')
    .addHelpText(
      'after',
      helpEnding(
        ['docwright explain doc-type-unknown', 'docwright explain response-encryption-added', 'docwright explain --all > docs/rules.md'],
        [[0, 'the code was explained']],
      ),
    )
    .action(async (code: string | undefined, { all }: { readonly all?: boolean }) => {
      if (all === true) {
        const { rulesDocument } = await import('../report/rules-document.js');
        world.output.write(rulesDocument(catalogue));
        end(exitCode.fine);
        return;
      }
      if (code === undefined) throw new SettingsError('explain needs a code', 'name one, or give --all');
      const { isRuleId, rules } = await import('../drift/registry.js');
      const { exampleOf } = await import('../drift/rule-examples.js');
      const text = explainDiagnostic(code, catalogue) ?? (isRuleId(code) ? explainRule(code, rules[code], exampleOf(code)) : undefined);
      if (text === undefined) {
        const similar = nearest(code, [...Object.keys(catalogue), ...Object.keys(rules)]);
        throw new SettingsError(
          `there is no code ${code}`,
          similar === undefined ? 'codes stand in every report' : `did you mean ${similar}?`,
        );
      }
      world.output.write(text);
      end(exitCode.fine);
    });
};

function explainDiagnostic(code: string, declarations: Readonly<Record<string, Declaration>>): string | undefined {
  const declaration = Object.hasOwn(declarations, code) ? declarations[code] : undefined;
  if (declaration === undefined) {
    return undefined;
  }
  const { severity, title, why, fix, example } = declaration;
  return [
    `${code} (${severity}): ${title}`,
    `  why   ${why}`,
    `  help  ${fix}`,
    '',
    'With the fault:',
    '',
    indent(example.bad),
    '',
    'Without it:',
    '',
    indent(example.good),
    '',
  ].join('\n');
}

function explainRule(id: string, rule: Rule, example: RuleExample | undefined): string {
  return [
    `${id} (${rule.level}, ${rule.semver}, breaks ${rule.breaks}, class ${rule.class})`,
    `  ${rule.purpose}`,
    ...(rule.milder === undefined
      ? []
      : [`  ${rule.milder.when}: ${rule.milder.level}, ${rule.milder.semver}, breaks ${rule.milder.breaks}`]),
    `  help  ${rule.help}`,
    ...(rule.opposites.length === 0 ? [] : [`  back  ${rule.opposites.join(', ')}`]),
    '',
    ...(example === undefined ? [] : [...explainPages('Before', example.base), ...explainPages('After', example.head)]),
  ].join('\n');
}

function explainPages(when: string, pages: RuleExample['base']): string[] {
  const files = Object.entries(pages);
  if (files.length === 0) {
    return [`${when}: no page.`, ''];
  }
  return files.flatMap(([file, text]) => [`${when}, ${file}:`, '', indent(text), '']);
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ').trimEnd();
}
