import { z } from 'zod';
import type { Services, Vendor } from '../core/vendor';
import { addApi } from './api';
import { columnOf } from './cards';
import { addControl } from './control';
import { keySchema } from './keys';
import { RoutigoService } from './service';
import { storeSchema } from './store';

const keptSchema = z.object({
	store: storeSchema,
	keys: z.array(keySchema),
	settings: z.record(z.unknown()),
});

/** The stand-in for RoutiGo. */
export function createRoutigo(services: Services): Vendor {
	const service = new RoutigoService(services);
	return {
		name: 'routigo',
		api: (app) => addApi(app, service),
		control: (app) => addControl(app, service),
		column: () => columnOf(service),
		reset: () => service.reset(),
		snapshot: (): z.input<typeof keptSchema> => ({
			store: service.store.snapshot(),
			keys: service.keys.all(),
			settings: service.settings.values,
		}),
		restore: (data) => {
			const kept = keptSchema.parse(data);
			service.store.restore(kept.store);
			service.keys.replace(kept.keys);
			service.settings.patch(kept.settings);
			service.hideSecrets();
		},
	};
}
