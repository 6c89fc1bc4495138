/** Whether two values are the same plain JSON-like data, places included. Member order does not matter. */
export function isEqualData(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isEqualData(item, right[index]))
    );
  }
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  // Plain data: every value of the model is an object of named members here.
  const [mine, theirs] = [left, right] as readonly Readonly<Record<string, unknown>>[];
  return keys.every((key) => Object.hasOwn(right, key) && isEqualData(mine?.[key], theirs?.[key]));
}
