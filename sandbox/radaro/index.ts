import { z } from 'zod';
import type { Services, Vendor } from '../core/vendor';
import { addApi } from './api';
import { columnOf } from './cards';
import { addControl } from './control';
import { keySchema } from './keys';
import { RadaroService } from './service';
import { storeSchema } from './store';

const keptSchema = z.object({
	jobs: storeSchema,
	keys: z.array(keySchema),
	settings: z.record(z.unknown()),
	webhooks: z.object({ urls: z.array(z.string()), token: z.string() }),
});

/** The stand-in for Radaro. */
export function createRadaro(services: Services): Vendor {
	const service = new RadaroService(services);
	return {
		name: 'radaro',
		api: (app) => addApi(app, service),
		control: (app) => addControl(app, service),
		column: () => columnOf(service),
		reset: () => service.reset(),
		snapshot: (): z.input<typeof keptSchema> => ({
			jobs: service.jobs.snapshot(),
			keys: service.keys.all(),
			settings: service.settings.values,
			webhooks: { urls: [...service.webhooks.urls], token: service.webhooks.token },
		}),
		restore: (data) => {
			const kept = keptSchema.parse(data);
			service.jobs.restore(kept.jobs);
			service.keys.replace(kept.keys);
			service.hideKeys();
			service.settings.patch(kept.settings);
			service.webhooks.set(kept.webhooks);
		},
	};
}
