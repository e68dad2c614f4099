import { RADARO_WEBHOOK_TOKEN } from '../../../sandbox/radaro/defaults';
import { fixture } from '../../support/fixtures';
import { DISPATCHER, type Stage } from '../../support/stage';

const delivered = { assign: {}, start: {}, deliver: {} };

export function lowRating(stage: () => Stage): void {
	const open = async () =>
		await stage().listening('low-rating', {
			'Mail the rating': DISPATCHER,
			'Mail the codes': DISPATCHER,
		});

	it('mails a rating of 6 or less, and no better one', async () => {
		const log = await open();
		for (const rating of [6, 7, 1]) {
			const comment = 'The box was wet';
			const steps = { ...delivered, rate: { rating, comment } };
			await stage().radaro({ external_id: `SO-${rating}` }, steps);
		}
		await log.executions(3);
		expect(await stage().subjects()).toEqual(['SO-1: rated 1', 'SO-6: rated 6']);
		expect((await stage().story.mails())[0]?.text).toContain('Comment: The box was wet');
	});

	it('mails nothing for a comment without a rating', async () => {
		const log = await open();
		const rated = fixture('radaro/05-job-customer-rated-second-delivered.json');
		const info = { ...(rated.order_info as object), rating: null };
		const body = { ...rated, order_info: info, token: RADARO_WEBHOOK_TOKEN };
		await stage().story.control('POST', 'radaro/send', { body });
		await log.executions(1);
		expect(await stage().subjects()).toEqual([]);
	});

	it('mails the completion codes of a failed job, and of no other', async () => {
		const log = await open();
		await stage().radaro({ external_id: 'SO-1' }, { ...delivered, codes: {} });
		const failed = { assign: {}, fail: {}, codes: { codes: [204] } };
		await stage().radaro({ external_id: 'SO-2' }, failed);
		await log.executions(2);
		expect(await stage().subjects()).toEqual(['SO-2: Customer not home']);
	});
}
