import { problemsOf, type Problem } from './problem.js';
import type { Reporter } from './report.js';
import { printable } from './text/printable.js';

/**
 * Workflow commands that GitHub shows as annotations. It shows about ten of a level per step, so that the step summary, in markdown,
 * has to say everything as well.
 */
export const reportGithub: Reporter = (report, { prefix }) =>
  problemsOf(report)
    .map((problem) => annotate(problem, prefix))
    .join('');

const commands = { error: 'error', warn: 'warning', info: 'notice' } as const;

function annotate({ id, level, subject, message, file, line, column, isInBase }: Problem, prefix: string): string {
  const place = file === '' || isInBase ? [] : [`file=${property(`${prefix}${file}`)}`, `line=${line}`, `col=${column}`];
  const properties = [...place, `title=${property(id)}`].join(',');
  return `::${commands[level]} ${properties}::${data(subject === '' ? message : `${subject}: ${message}`)}\n`;
}

/** A line break would end the command and begin another: it is shown as an escape. */
function data(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
