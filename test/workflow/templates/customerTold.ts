import { SENDER, type Stage } from '../../support/stage';

const customer = { name: 'Tom Okafor', email: 'tom.okafor@example.com', phone: '+61390003344' };

export function customerTold(stage: () => Stage): void {
	const open = async () =>
		await stage().listening('customer-told', {
			'Mail: scheduled': SENDER,
			'Mail: on the way': SENDER,
			'Mail: delivered': SENDER,
		});
	const told = async () =>
		(await stage().story.mails()).map(({ to, subject }) => `${to}: ${subject}`);

	it("tells a customer once each, with the window in the workflow's time and the link", async () => {
		const log = await open();
		const job = {
			external_id: 'SO-1',
			customer,
			deliver_after: '2099-03-02T22:00:00Z',
			deliver_before: '2099-03-03T00:30:00Z',
		};
		const steps = {
			assign: {},
			start: {},
			deliver: { comment: 'At the door' },
			repeat: {},
			rate: {},
		};
		await stage().radaro(job, steps);
		await log.executions(3);
		expect(await told()).toEqual([
			'tom.okafor@example.com: Your delivery SO-1 is on its way',
			'tom.okafor@example.com: Your delivery SO-1 has arrived',
		]);
		const [onTheWay, delivered] = await stage().story.mails();
		// Melbourne is eleven hours ahead in March.
		expect(onTheWay?.text).toContain('When: 3 Mar, 09:00 to 3 Mar, 11:30\n');
		expect(onTheWay?.text).toMatch(/Follow it here: https:\/\/\S+/);
		expect(onTheWay?.text).toContain('Hello Tom Okafor,');
		expect(delivered?.text).toContain('Note of the driver: At the door');
	});

	it('tells of a planned day, and again only when it is another one', async () => {
		const log = await open();
		const given = {
			do_number: 'ORD 1/2',
			date: '2099-03-03',
			time_window: '09:00 - 11:00',
			notify_email: 'priya@example.com',
		};
		const { id } = await stage().detrack(given, { assign: {} });
		await log.executions(1);
		await stage().step('detrack', id, 'repost');
		await log.executions(2);
		await stage().step('detrack', id, 'unassign');
		await stage().step('detrack', id, 'assign');
		await log.executions(3);
		expect(await told()).toEqual(['priya@example.com: Your delivery ORD 1/2 is scheduled']);
		await stage().step('detrack', id, 'unassign');
		await stage().step('detrack', id, 'postpone', { date: '2099-03-04' });
		await stage().step('detrack', id, 'assign');
		await log.executions(4);
		const texts = (await stage().story.mails()).map(({ text }) => text);
		expect(texts).toEqual([
			expect.stringContaining('When: 3 Mar, 09:00 to 3 Mar, 11:00'),
			expect.stringContaining('When: 4 Mar, 09:00 to 4 Mar, 11:00'),
		]);
	});

	it('tells when a parcel has arrived, and nobody without a mail address', async () => {
		const log = await open();
		const shipping = { ship_to: { first_name: 'Robin', email: 'robin@example.com' } };
		await stage().readyCloud({ primary_id: 'WEB-1', shipping }, { ship: {}, deliver: {} });
		await stage().radaro({ customer: { name: 'Tom Okafor' } }, { assign: {}, start: {} });
		await log.executions(2);
		expect(await told()).toEqual(['robin@example.com: Your delivery WEB-1 has arrived']);
	});
}
