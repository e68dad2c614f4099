import { receiveWebhook } from '../../../../nodes/shared/trigger/receiveWebhook';
import { answerTo } from '../../../support/webhookContext';
import { parcelPost } from './parcelPost';

const START = 1_700_000_000_000;
const LINE = 'Parcel Post Trigger "Trigger" refused a call with 401: the key is wrong';

let clock: jest.SpyInstance<number>;
beforeEach(() => {
	clock = jest.spyOn(Date, 'now').mockReturnValue(START);
});
afterEach(() => clock.mockRestore());

/** What forged calls at the URL of a trigger write into the log. */
async function logged(calls: number, path: string): Promise<string[]> {
	const lines: string[] = [];
	for (let call = 0; call < calls; call++) {
		const answer = await answerTo(
			{ headers: { 'x-key': 'forged' } },
			async (context) => await receiveWebhook(context, parcelPost),
			{ getNodeWebhookUrl: () => `https://n8n.example/webhook/${path}` },
		);
		expect(answer.status).toBe(401);
		lines.push(...answer.logged);
	}
	return lines;
}

it('writes sixty lines of a trigger at once, then one in ten seconds that counts the others', async () => {
	expect(await logged(500, 'one')).toEqual(Array.from({ length: 60 }, () => LINE));
	clock.mockReturnValue(START + 10_000);
	expect(await logged(3, 'one')).toEqual([
		`${LINE} (440 more lines of this trigger were left out)`,
	]);
	clock.mockReturnValue(START + 20_000);
	expect(await logged(1, 'one')).toEqual([`${LINE} (2 more lines of this trigger were left out)`]);
});

it('takes no line from another trigger', async () => {
	await logged(100, 'two');
	expect(await logged(1, 'three')).toEqual([LINE]);
});

it('writes one line, whatever a call sends', async () => {
	const { logged: lines } = await answerTo(
		{ headers: { 'x-key': 'forged' } },
		async (context) =>
			await receiveWebhook(context, {
				...parcelPost,
				verify: () => ({
					accepted: false,
					reason: `a\r\n2026 | info | All is well\u0085\u001b[2J${'x'.repeat(5000)}`,
				}),
			}),
		{ getNodeWebhookUrl: () => 'https://n8n.example/webhook/three' },
	);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toHaveLength(1000);
	expect(lines[0]).toContain('with 401: a 2026 | info | All is well [2Jxxx');
});
