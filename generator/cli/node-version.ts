/** What package.json says under `engines`. */
export const supportedNode = '^20.19.0 || >=22.12.0';

/** Whether docwright runs on a version of Node.js such as `20.19.0`. */
export function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}
