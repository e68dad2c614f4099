import { z } from 'zod';
import type { Services, Vendor } from '../core/vendor';
import { addApi } from './api';
import { columnOf } from './cards';
import { addControl } from './control';
import { ReadyCloudService } from './service';
import { storeSchema } from './store';
import { keptTokenSchema } from './tokens';

const keptSchema = z.object({
	store: storeSchema,
	tokens: z.array(keptTokenSchema),
	settings: z.record(z.unknown()),
});

/** The stand-in for ReadyCloud. */
export function createReadyCloud(services: Services): Vendor {
	const service = new ReadyCloudService(services);
	return {
		name: 'readycloud',
		api: (app) => addApi(app, service),
		control: (app) => addControl(app, service),
		column: () => columnOf(service),
		reset: () => service.reset(),
		snapshot: (): z.input<typeof keptSchema> => ({
			store: service.store.snapshot(),
			tokens: [...service.tokens.all()],
			settings: service.settings.values,
		}),
		restore: (data) => {
			const kept = keptSchema.parse(data);
			service.store.restore(kept.store);
			service.tokens.replace(kept.tokens);
			service.settings.patch(kept.settings);
			service.hideSecrets();
		},
	};
}
