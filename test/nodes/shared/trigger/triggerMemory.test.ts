import { TriggerMemory } from '../../../../nodes/shared/trigger/triggerMemory';

it('keeps what there is of a trigger', () => {
	const memory = new TriggerMemory<number[]>();
	memory.of('a', () => [1]).push(2);
	expect(memory.of('a', () => [9])).toEqual([1, 2]);
	expect(memory.of('b', () => [9])).toEqual([9]);
});

it('keeps at most a thousand, those that were asked for last', () => {
	const memory = new TriggerMemory<string>();
	for (let at = 0; at < 1000; at++) memory.of(`t${at}`, () => 'first');
	memory.of('t0', () => 'again');
	memory.of('one more', () => 'first');
	expect(memory.of('t0', () => 'again')).toBe('first');
	expect(memory.of('t1', () => 'again')).toBe('again');
});

it('forgets what is not worth keeping', () => {
	const memory = new TriggerMemory<number>();
	memory.of('old', () => 1);
	memory.of('new', () => 2);
	memory.forget((value) => value === 1);
	expect([memory.of('old', () => 3), memory.of('new', () => 3)]).toEqual([3, 2]);
});
