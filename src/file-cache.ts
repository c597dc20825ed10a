const caches: FileCache<object, unknown>[] = [];

/**
 * A memory of what was found out about nodes, scopes and variables of the file that is being linted. It is emptied when the next file comes.
 *
 * Objects that outlive a file must not come to refer to its tree other than through `#known`: V8's collector of young objects takes all
 * that an old object refers to for alive, also where the old one is dead or a WeakMap, so that the trees of all files would stay until a
 * full collection. For the same reason the Map is made when it is needed, and dropped, not cleared.
 */
class FileCache<K extends object, V> {
  #known: Map<K, V> | undefined;

  get(key: K): V | undefined {
    return this.#known?.get(key);
  }

  set(key: K, value: V): void {
    (this.#known ??= new Map()).set(key, value);
  }

  /** What is known of a key; found out when it is asked for the first time. */
  remember(key: K, find: () => V): V {
    const known = this.get(key);
    if (known !== undefined || this.#known?.has(key)) return known as V;
    const found = find();
    this.set(key, found);
    return found;
  }

  forget(): void {
    this.#known = undefined;
  }
}

export function fileCache<K extends object, V>(): FileCache<K, V> {
  const cache = new FileCache<K, V>();
  caches.push(cache as FileCache<object, unknown>);
  return cache;
}

/** Empties all caches of this module. Losing them costs time, never a result. */
export function forgetFile(): void {
  for (const cache of caches) cache.forget();
}
