/**
 * Names for operations: the method and the words of the template in camel case, `{id}` as `ById`. A name that is taken gets the next
 * free number.
 */
export function createOperationIds(): (method: string, template: string) => string {
  const taken = new Set<string>();
  return (method, template) => {
    const name = `${method.toLowerCase()}${template.split('/').map(segmentWords).join('')}`;
    let id = name;
    for (let count = 2; taken.has(id); count += 1) id = `${name}${count}`;
    taken.add(id);
    return id;
  };
}

function segmentWords(segment: string): string {
  const words = segment.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return segment.startsWith('{') ? `By${name}` : name;
}
