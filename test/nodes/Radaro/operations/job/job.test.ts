import { byExternalId, byOrderId, RadaroBench } from '../../../../support/radaro';
import { errorOf } from '../../../../support/runOperation';
import { useBench } from '../../../../support/standInBench';

const radaro = useBench(new RadaroBench());

describe('get', () => {
	it('looks up by External ID without naming the look-up', async () => {
		await radaro.create('A 1/#?ü');
		const run = await radaro.run('get', byExternalId('A 1/#?ü'));
		expect(run.items[0]?.json.reference).toBe('A 1/#?ü');
		expect((await radaro.lastRequest('GET'))?.query).toEqual({});
	});

	it('looks up by Order ID', async () => {
		const { jobId } = await radaro.create('A-1');
		const run = await radaro.run('get', byOrderId(String(jobId)));
		expect(run.items[0]?.json.reference).toBe('A-1');
		expect((await radaro.lastRequest('GET'))?.query).toEqual({ lookup_field: 'order_id' });
	});

	it('says which job is unknown', async () => {
		expect(await errorOf(radaro.run('get', byExternalId('nope')))).toEqual({
			message: 'Radaro has no job with the External ID "nope"',
			description:
				"It may have been deleted, or belong to another API key. If this happens with every job, ask Radaro's support for the path of jobs, and enter it as Job Path in the credential. Radaro says: Not found. (HTTP status 404)",
		});
	});

	it.each(['', '  ', '.', '..'])('does not look up %j', async (value) => {
		await errorOf(radaro.run('get', byExternalId(value)));
		expect(await radaro.requests()).toEqual([]);
	});
});

describe('update', () => {
	it('sends only what was added, and clears what was added empty', async () => {
		await radaro.create('A-1', { comment: 'old' });
		const updateFields = { comment: '', deliverBefore: '', title: 'INV-9' };
		const run = await radaro.run('update', { ...byExternalId('A-1'), updateFields });
		expect((await radaro.lastRequest('PATCH'))?.body).toEqual({
			comment: '',
			deliver_before: null,
			title: 'INV-9',
		});
		expect(run.items[0]?.json).toMatchObject({ reference: 'A-1', orderNumber: 'INV-9' });
	});

	it('clears a number that is added empty, and keeps one that is not added', async () => {
		await radaro.create('A-1', { deliveryZone: 501, driver: 3391054 });
		const updateFields = { deliveryZone: '={{ null }}' };
		await radaro.run('update', { ...byExternalId('A-1'), updateFields });
		expect((await radaro.lastRequest('PATCH'))?.body).toEqual({ delivery_zone: null });
	});

	it('sends a new External ID without blanks, and none that no look-up could find', async () => {
		await radaro.create('A-1');
		const update = (externalId: string) =>
			radaro.run('update', { ...byExternalId('A-1'), updateFields: { externalId } });
		expect((await errorOf(update('..'))).message).toMatch(/could not be looked up later/);
		expect((await errorOf(update(' '))).message).toMatch(/^"External ID" is missing\./);
		await update(' A-2 ');
		expect((await radaro.lastRequest('PATCH'))?.body).toEqual({ external_id: 'A-2' });
	});

	it('changes the status', async () => {
		await radaro.create('A-1', { driver: 3391054 });
		const updateFields = { status: 'in_progress' };
		const run = await radaro.run('update', { ...byExternalId('A-1'), updateFields });
		expect(run.items[0]?.json.status).toBe('out_for_delivery');
	});

	it('asks for something to change', async () => {
		const { message } = await errorOf(radaro.run('update', byExternalId('A-1')));
		expect(message).toBe('There is nothing to change. Add a field under "Update Fields".');
	});
});

describe('assignDriver', () => {
	it('sends the driver, and the status only when asked', async () => {
		await radaro.create('A-1');
		const run = await radaro.run('assignDriver', { ...byExternalId('A-1'), driver: 3391055 });
		expect((await radaro.lastRequest('PATCH'))?.body).toEqual({ driver: 3391055 });
		expect(run.items[0]?.json).toMatchObject({ driverId: '3391055', status: 'assigned' });
		await radaro.run('assignDriver', { ...byExternalId('A-1'), driver: 3391054, setStatus: true });
		expect((await radaro.lastRequest('PATCH'))?.body).toEqual({
			driver: 3391054,
			status: 'assigned',
		});
	});

	it('says that a driver is unknown', async () => {
		await radaro.create('A-1');
		const error = await errorOf(radaro.run('assignDriver', { ...byExternalId('A-1'), driver: 99 }));
		expect(error.message).toMatch(/^Radaro did not accept this change: driver: /);
		expect(error.description).toBe(
			"Check the driver: it must be one in Radaro's portal. (HTTP status 400)",
		);
	});
});

describe('delete', () => {
	it.each(['empty', 'body'])(
		'says what was deleted for an answer that is %s',
		async (deleteAnswer) => {
			await radaro.settings({ deleteAnswer });
			await radaro.create('A-1');
			const run = await radaro.run('delete', byExternalId('A-1'));
			const json = { deleted: true, reference: 'A-1', jobId: null };
			expect(run.items).toEqual([{ json, pairedItem: { item: 0 } }]);
			expect((await errorOf(radaro.run('delete', byExternalId('A-1')))).message).toBe(
				'Radaro has no job with the External ID "A-1"',
			);
		},
	);
});
