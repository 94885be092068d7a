import { describe, expect, it } from 'vitest';
import { moveKeys, moveOfKey } from '../src/detail/moveKeys';

/** Keys that work whatever is open. */
const everywhere = [...'/njklmgctpruvx?0123456789[]{}'];

describe('the keys of the moves', () => {
  const keys = Object.values(moveKeys);
  it('are each of one move', () => expect(new Set(keys).size).toBe(keys.length));
  it('take nothing away from those that work everywhere', () => expect(keys.filter((key) => everywhere.includes(key))).toEqual([]));
  it('are found by their letter, and no other is', () => {
    expect(moveOfKey('a')).toBe('acknowledge');
    expect(moveOfKey('z')).toBeNull();
  });
});
