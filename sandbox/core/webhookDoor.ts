import type { FastifyInstance } from 'fastify';

import type { Column } from './vendor';

/** How webhooks come to a stand-in: pasted by a person, or registered by programs. */
export interface WebhookDoor<Service> {
	control(app: FastifyInstance, service: Service): void;
	column(service: Service): Pick<Column, 'webhooks' | 'registered'>;
}
