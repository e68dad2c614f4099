import type { Stage } from '../../support/stage';
import { EventLog } from '../../support/eventLog';

const NAME = 'event-log/reader';

export function ownReader(stage: () => Stage): void {
	it('gives its own node each wanted event once, and passes the others', async () => {
		const log = await EventLog.open(stage());
		await log.add(
			{ eventId: 'e-1', status: 'delivered', reference: 'SO-1' },
			{ eventId: 'e-1', status: 'delivered', reference: 'SO-1' },
			{ eventId: 'e-2', status: 'assigned', reference: 'SO-2' },
			{ eventId: 'e-3', status: 'delivered', reference: 'SO-3' },
		);
		const reader = await log.reader(NAME, { begin: 'beginning' });
		await stage().publish(reader);
		expect(await log.passed(reader)).toMatchObject({ tries: 0, lastError: '' });
		const runs = await reader.executions(1);
		const given = runs.flatMap(({ items }) => items['Your own node'] ?? []);
		expect(given.map((row) => row.reference)).toEqual(['SO-1', 'SO-3']);
		expect(await log.rows('delivery_problems')).toEqual([]);
	});
}
