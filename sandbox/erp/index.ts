import type { FastifyRequest } from 'fastify';

import { Problem } from '../core/problem';
import type { Outgoing } from '../core/sender';
import { mounted } from '../core/standIn';
import type { Mounted, Services } from '../core/vendor';
import { addErpRoutes } from './api';
import { requireLogin } from './auth';
import type { ErpChange } from './changes';
import { addErpControl } from './control';
import { problemAnswer } from './problem';
import { ErpService } from './service';
import type { ErpRecord } from './store';

// More would only slow the page down.
const SHOWN = 100;

/** A stand-in for ERPNext: the ERP on the receiving side. */
export interface Erp extends Mounted {
	/** What the page shows of it. */
	state(): { changes: readonly ErpChange[]; recordCount: number; orders: readonly ErpRecord[] };
	/** Its records of all kinds. */
	records(): readonly ErpRecord[];
	/** Told of an event before it is sent. */
	expect(outgoing: Outgoing): void;
}

/** The stand-in for ERPNext. */
export function createErp(services: Services): Erp {
	const service = new ErpService(services);
	const { changes } = service;
	const spec = {
		name: 'erp',
		api: {
			caller: (_service: ErpService, request: FastifyRequest): null => requireLogin(request),
			tell: (_service: ErpService, problem: Problem) => problemAnswer(problem),
			problem: (status: number, message: string) => new Problem(status, message),
			logged: { secretQuery: 'token' },
			routes: [addErpRoutes],
		},
		control: [addErpControl],
	};
	return {
		...mounted(spec, service),
		state: () => ({
			changes: changes.all().slice(0, SHOWN),
			recordCount: changes.recordCount,
			orders: service.waitingOrders().slice(-SHOWN).reverse(),
		}),
		records: () => service.store.records(),
		expect: (outgoing) => service.expect(outgoing),
	};
}
