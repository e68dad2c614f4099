import { verifyDetrack, verifyIpAddress } from '../../nodes/Detrack/trigger/verify';
import { detrackWebhook } from '../../nodes/Detrack/trigger/webhook';
import { verifyRadaro } from '../../nodes/Radaro/trigger/verify';
import { radaroWebhook } from '../../nodes/Radaro/trigger/webhook';
import { digestOfToken } from '../../nodes/ReadyCloud/trigger/memory';
import { verifyReadyCloud } from '../../nodes/ReadyCloud/trigger/verify';
import { readyCloudWebhook } from '../../nodes/ReadyCloud/trigger/webhook';
import { verifyRoutigo } from '../../nodes/Routigo/trigger/verify';
import { routigoWebhook } from '../../nodes/Routigo/trigger/webhook';
import { filteredOut, notSelected } from '../../nodes/shared/trigger/eventFilters';
import type { Verification } from '../../nodes/shared/trigger/verification';
import { answerReadiness, answerRefusal } from '../../nodes/shared/trigger/webhookAnswers';
import type { WebhookVendor } from '../../nodes/shared/trigger/webhookVendor';
import { pageOf, VENDORS } from '../support/vendors';
import { webhookCall } from '../support/webhookContext';
import { read } from './documents';

const call = (headers: Record<string, string | string[]> = {}, body: unknown = {}) => ({
	headers,
	query: {},
	body,
});

const BASIC_AUTH = { header: 'authorization', values: ['Basic eDp5'] };

/** What the log may say of a refused call, by the cause of it. */
const REFUSALS: Record<string, Verification[]> = {
	radaro: [
		verifyRadaro(call({}, { token: 'x' }), []),
		verifyRadaro(call(), ['y']),
		verifyRadaro(call({}, { token: 'x' }), ['y']),
	],
	detrack: [
		verifyDetrack(call(), { header: '', values: [] }),
		verifyDetrack(call(), BASIC_AUTH),
		verifyDetrack(call({ authorization: 'Basic eDp6' }), BASIC_AUTH),
	],
	routigo: [
		verifyRoutigo(call(), null),
		verifyRoutigo(call(), 'y'),
		verifyRoutigo(call({ authorization: ['Bearer x', 'Bearer y'] }), 'y'),
		verifyRoutigo(call({ authorization: 'Bearer x' }), 'y'),
	],
	readycloud: [
		verifyReadyCloud(call(), []),
		verifyReadyCloud(call(), [digestOfToken('y')]),
		verifyReadyCloud(call({ auth: 'x,y' }), [digestOfToken('y')]),
		verifyReadyCloud(call({ auth: 'x' }), [digestOfToken('y')]),
	],
};

type Answering = Pick<WebhookVendor<never, never>, 'name' | 'setup'>;

const WEBHOOKS: Record<string, Answering> = {
	radaro: radaroWebhook,
	detrack: detrackWebhook({ today: null }),
	routigo: routigoWebhook,
	readycloud: readyCloudWebhook,
};

/** What somebody reads who opens the address in a browser, from where the page begins to quote it. */
function readinessOf(vendor: Answering, ready: boolean): string {
	const { context, answered } = webhookCall({ method: 'GET' });
	answerReadiness(context, vendor, ready);
	return String(answered.body).replace(/^.*, and /, 'and ');
}

describe.each(VENDORS)('the page of $name quotes', ({ slug, ...vendor }) => {
	const page = read(pageOf({ slug, ...vendor }));
	const webhook = WEBHOOKS[slug];
	if (webhook === undefined) throw new Error(`Nothing is known of ${slug}.`);

	it('every reason that the log gives for a refusal', () => {
		const reasons = (REFUSALS[slug] ?? []).map((verdict) =>
			verdict.accepted ? 'accepted' : verdict.reason,
		);
		expect(reasons.length).toBeGreaterThanOrEqual(3);
		expect(new Set(reasons).size).toBe(reasons.length);
		expect(reasons.filter((reason) => !page.includes(reason))).toEqual([]);
	});

	it('the beginning of that line in the log', () => {
		const { context, logged } = webhookCall({});
		answerRefusal(context, webhook, 'why');
		expect(logged).toEqual([`${vendor.name} Trigger "Trigger" refused a call with 401: why`]);
		expect(page.includes(`\`${vendor.name} Trigger "…" refused a call with 401\``)).toBe(true);
	});

	it('why an event was not wanted', () => {
		const row = { status: 'created' } as Parameters<typeof filteredOut>[0];
		const sentences = [
			notSelected({ event: 'unknown', choices: [] }, []),
			filteredOut(row, { statuses: ['delivered'] }),
		];
		expect(sentences.filter((sentence) => !page.includes(`"${sentence}"`))).toEqual([]);
	});

	it('what a browser shows at the address', () => {
		const sentences = [readinessOf(webhook, true), readinessOf(webhook, false)];
		expect(sentences.filter((sentence) => !page.includes(`"… ${sentence}"`))).toEqual([]);
	});
});

it("quotes on Detrack's page what the log says of a foreign IP address", () => {
	const verdict = verifyIpAddress('198.51.100.7', '198.51.100.8');
	const reason = verdict.accepted ? '' : verdict.reason;
	const [quoted = ''] = reason.replace('198.51.100.8', '…').split('. ');
	expect(quoted).toContain('it came from …');
	expect(read('docs/detrack.md')).toContain(quoted);
});
