import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Outgoing } from '../core/sender';
import type { Services } from '../core/vendor';
import { addErpApi } from './api';
import { changeSchema, type ErpChange } from './changes';
import { addErpControl } from './control';
import { ErpService } from './service';
import { storeSchema } from './store';

const keptSchema = z.object({
	store: storeSchema,
	changes: z.array(changeSchema),
	settings: z.record(z.unknown()),
});

// More would only slow the page down.
const SHOWN = 100;

/** A stand-in for ERPNext: the ERP on the receiving side. */
export interface Erp {
	name: string;
	api(app: FastifyInstance): void;
	control(app: FastifyInstance): void;
	/** What the page shows of it. */
	state(): { changes: readonly ErpChange[]; recordCount: number };
	/** Told of an event before it is sent. */
	expect(outgoing: Outgoing): void;
	reset(): void;
	snapshot(): unknown;
	restore(data: unknown): void;
}

/** Mounted by the sandbox at `/erp` and `/control/erp`. */
export function createErp(services: Services): Erp {
	const service = new ErpService(services);
	const { store, changes, settings } = service;
	return {
		name: 'erp',
		api: (app) => addErpApi(app, service),
		control: (app) => addErpControl(app, service),
		state: () => ({
			changes: changes.all().slice(0, SHOWN),
			recordCount: changes.recordCount,
		}),
		expect: (outgoing) => service.expect(outgoing),
		reset: () => service.reset(),
		snapshot: (): z.input<typeof keptSchema> => ({
			store: store.snapshot(),
			changes: [...changes.all()],
			settings: settings.values,
		}),
		restore: (data) => {
			const kept = keptSchema.parse(data);
			store.restore(kept.store);
			changes.restore(kept.changes);
			settings.patch(kept.settings);
		},
	};
}
