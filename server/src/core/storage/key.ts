/** A key that we made. It becomes a path: one of another form may come from a backup that somebody else wrote. */
const KEY = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(\.webp)?$/;
export const isKey = (key: string): boolean => KEY.test(key);
