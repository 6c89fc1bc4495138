/** Writes a v2 message: every value as text in a CDATA section. Names are XML names. */
export function buildXml(fields: Readonly<Record<string, string>>): string {
  const elements = Object.entries(fields).map(
    ([name, text]) => `<${name}><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
  );
  return `<xml>${elements.join('')}</xml>`;
}
