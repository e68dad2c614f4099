import { DetrackTrigger } from '../../nodes/Detrack/DetrackTrigger.node';
import { DETRACK_API_KEY } from '../../sandbox/detrack/defaults';
import { DetrackBench } from '../support/detrack';
import { answerTo } from '../support/webhookContext';
import type { CaseTable } from './case';

/** What the calls of these tests prove themselves with. */
const CREDENTIAL = { authentication: 'headerAuth', headerName: 'X-Key', headerValue: 'Zk7tQ2mW9x' };

/** Right values of Detrack: events, times, money, places. */
export const detrack: CaseTable = {
	slug: 'detrack',
	bench: new DetrackBench(),
	proof: { headers: { 'X-API-KEY': DETRACK_API_KEY } },
	call: async (options) =>
		await answerTo(
			{ credential: CREDENTIAL, headers: { 'x-key': CREDENTIAL.headerValue }, ...options },
			async (context) => await new DetrackTrigger().webhook.call(context),
		),
	triggers: [
		{
			what: 'an address with line breaks',
			call: {
				body: {
					id: 'l-1',
					do_number: 'L-1',
					address: '14 Banksia St,\u2028Geelong\u0085\nAustralia',
				},
			},
			row: { address: '14 Banksia St, Geelong, Australia' },
		},
	],
	operations: [],
	standIn: [],
};
