import { verifyIpAddress } from '../../nodes/Detrack/trigger/verify';
import { filteredOut, notSelected } from '../../nodes/shared/trigger/eventFilters';
import { answerReadiness, answerRefusal } from '../../nodes/shared/trigger/webhookAnswers';
import { pageOf } from '../support/vendors';
import { webhookCall } from '../support/webhookContext';
import { read } from './documents';
import { DOCUMENTED } from './vendors';
import type { VendorDocuments } from './vendors/vendorDocuments';

/** What the page quotes of what somebody reads who opens the address in a browser: one sentence. */
function readinessOf({ name, setup }: VendorDocuments['webhook'], ready: boolean): string {
	const { context, answered } = webhookCall({ method: 'GET' });
	const vendor = { name, setup: { ...setup, proof: () => '' }, isReady: () => ready };
	answerReadiness(context, vendor, null);
	return String(answered.body)
		.replace(/^.*, and /, 'and ')
		.trim();
}

describe.each(DOCUMENTED)('the page of $name quotes', (vendor) => {
	const page = read(pageOf(vendor));
	const { webhook, refusals } = vendor.documents;

	it('every reason that the log gives for a refusal', () => {
		const reasons = refusals.map((verdict) => (verdict.accepted ? 'accepted' : verdict.reason));
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
			notSelected({ choices: [] }, []),
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
