/**
 * What belongs to something else (a process' Core, a request's Context) without standing in it: made when it is first
 * asked for, and gone with its owner.
 */
export function onceFor<Owner extends object, Made>(make: (owner: Owner) => Made): (owner: Owner) => Made {
  const made = new WeakMap<Owner, { value: Made }>();
  return (owner) => {
    const known = made.get(owner) ?? { value: make(owner) };
    made.set(owner, known);
    return known.value;
  };
}
