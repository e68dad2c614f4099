import { z } from 'zod';
import type { Services, Vendor } from '../core/vendor';
import { hooksChangeSchema } from './accountHooks';
import { addApi } from './api';
import { columnOf } from './cards';
import { addControl } from './control';
import { exportSchema } from './exports';
import { keySchema } from './keys';
import { DetrackService } from './service';
import { storeSchema } from './store';

const keptSchema = z.object({
	jobs: storeSchema,
	keys: z.array(keySchema),
	settings: z.record(z.unknown()),
	webhooks: hooksChangeSchema,
	exports: z.array(exportSchema),
});

/** The stand-in for Detrack. */
export function createDetrack(services: Services): Vendor {
	const service = new DetrackService(services);
	return {
		name: 'detrack',
		api: (app) => addApi(app, service),
		control: (app) => addControl(app, service),
		column: () => columnOf(service),
		reset: () => service.reset(),
		snapshot: (): z.input<typeof keptSchema> => ({
			jobs: service.jobs.snapshot(),
			keys: [...service.keys.all()],
			settings: service.settings.values,
			webhooks: service.hooks.values,
			exports: service.exports.all(),
		}),
		restore: (data) => {
			const kept = keptSchema.parse(data);
			service.jobs.restore(kept.jobs);
			service.keys.replace(kept.keys);
			service.hideKeys();
			service.settings.patch(kept.settings);
			service.hooks.set(kept.webhooks);
			service.exports.restore(kept.exports);
		},
	};
}
