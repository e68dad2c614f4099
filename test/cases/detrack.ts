import { DetrackTrigger } from '../../nodes/Detrack/DetrackTrigger.node';
import { DETRACK_API_KEY } from '../../sandbox/detrack/defaults';
import { answerTo } from '../support/webhookContext';
import type { CaseTable } from './case';
import { bench } from './detrack/bench';
import { operations } from './detrack/operations';
import { standIn } from './detrack/standIn';
import { triggers } from './detrack/triggers';

/** What the calls of these tests prove themselves with. */
const CREDENTIAL = { authentication: 'headerAuth', headerName: 'X-Key', headerValue: 'Zk7tQ2mW9x' };

/** Right values of Detrack: events, times, money, places. */
export const detrack: CaseTable = {
	slug: 'detrack',
	bench,
	proof: { headers: { 'X-API-KEY': DETRACK_API_KEY } },
	call: async (options) =>
		await answerTo(
			{ credential: CREDENTIAL, headers: { 'x-key': CREDENTIAL.headerValue }, ...options },
			async (context) => await new DetrackTrigger().webhook.call(context),
		),
	triggers,
	operations,
	standIn,
};
