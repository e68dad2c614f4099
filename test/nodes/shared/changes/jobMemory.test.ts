import { JobMemory, stateDigest } from '../../../../nodes/shared/changes/jobMemory';
import { eventIdOf } from '../../../../nodes/shared/event/deliveryRow';

/** An id as long as those of Detrack. */
const idOf = (number: number): string => eventIdOf(number).slice(0, 24);

const job = (number: number, day: string) => ({
	state: stateDigest(eventIdOf('state', number)),
	status: 'delivered' as const,
	changes: number % 64,
	day,
	round: number % 64,
});

const dayOf = (number: number): string => `2026-03-0${1 + (number % 7)}`;

function filled(settled: number, open: number): JobMemory {
	const memory = new JobMemory();
	for (let number = 0; number < settled; number++) {
		memory.set(idOf(number), job(number, dayOf(number)), false);
	}
	for (let number = settled; number < settled + open; number++) {
		memory.set(idOf(number), { ...job(number, dayOf(number)), status: 'created' }, true);
	}
	return memory;
}

const sizeOf = (memory: JobMemory): number =>
	Buffer.byteLength(JSON.stringify({ node: { changes: memory.toStored() } }));

it('keeps 20,000 jobs of which 2,000 are open under 400 kB', () => {
	expect(sizeOf(filled(18_000, 2_000))).toBeLessThan(400_000);
});

it('keeps 1,000 open jobs under 40 kB', () => {
	expect(sizeOf(filled(0, 1_000))).toBeLessThan(40_000);
});

it('reads what it has stored', () => {
	const memory = filled(300, 200);
	const stored: unknown = JSON.parse(JSON.stringify(memory.toStored()));
	const again = new JobMemory(stored);
	expect(again.size).toBe(500);
	expect(again.toStored()).toEqual(memory.toStored());
	expect(again.get(idOf(299))).toEqual({ ...job(299, dayOf(299)), id: null, round: 0 });
	expect(again.get(idOf(499))).toEqual({
		...job(499, dayOf(499)),
		id: idOf(499),
		status: 'created',
	});
	expect(again.get('unknown')).toBeUndefined();
});

it('keeps an open job with half a character in its id', () => {
	const memory = new JobMemory();
	memory.set('T\ud83d', job(1, '2026-03-02'), true);
	const again = new JobMemory(JSON.parse(JSON.stringify(memory.toStored())));
	expect(again.get('T\ud83d')).toEqual({ ...job(1, '2026-03-02'), id: 'T\ufffd' });
});

it('forgets whole days', () => {
	const memory = filled(70, 70);
	memory.forgetBefore('2026-03-05', '2026-03-03');
	expect(Object.keys(memory.toStored().settled).sort()).toEqual([
		'2026-03-05',
		'2026-03-06',
		'2026-03-07',
	]);
	expect(Object.keys(memory.toStored().open).sort()).toEqual([
		'2026-03-03',
		'2026-03-04',
		'2026-03-05',
		'2026-03-06',
		'2026-03-07',
	]);
});

it('keeps numbers with any character', () => {
	const memory = new JobMemory();
	for (const id of ['SO 1', 'ä:ö,', '100%', 'a"b\\c']) memory.set(id, job(1, '2026-03-01'), true);
	const again = new JobMemory(JSON.parse(JSON.stringify(memory.toStored())));
	expect(again.missedOpen(60)).toEqual(['SO 1', 'ä:ö,', '100%', 'a"b\\c']);
});

it('holds a job once, open or settled', () => {
	const memory = new JobMemory();
	memory.set('a', job(1, '2026-03-01'), true);
	memory.set('a', job(1, '2026-03-02'), false);
	expect(memory.toStored().open).toEqual({});
	memory.set('a', job(1, '2026-03-03'), true);
	expect(memory.toStored().settled).toEqual({});
});

it.each([
	undefined,
	null,
	'text',
	{ settled: 'x', open: 3 },
	{ settled: { '2026-03-01': 'short' }, open: { '2026-03-01': 'x' } },
	{ open: { '2026-03-01': '%E0%A4AAAAAAA' } },
])('begins with nothing where %j is stored', (stored) => {
	expect(new JobMemory(stored).size).toBe(0);
});
