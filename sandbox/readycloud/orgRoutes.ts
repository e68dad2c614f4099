import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { jsonAnswer } from '../core/answer';
import { withToken } from './auth';
import { orgView } from './orgFields';
import { pageOf } from './paging';
import { ORGS_PATH, PATHS } from './paths';
import { fieldsOf } from './problem';
import { orgScope } from './scopes';
import type { ReadyCloudService } from './service';

// Of an organization only the name can be written.
const changeSchema = z.object({ name: z.string().min(1).optional() });

/** The organizations that the token sees. */
export function addOrgRoutes(app: FastifyInstance, service: ReadyCloudService): void {
	app.get(
		ORGS_PATH,
		withToken(service, (request) => {
			const settings = service.settings.values;
			const { orgs } = service.store;
			const listed = settings.deletedOrgsListed
				? orgs
				: orgs.filter((org) => org.fields.deleted_at === null);
			return pageOf(request, listed, settings, orgView);
		}),
	);
	app.get(
		PATHS.org,
		withToken(service, (request) => jsonAnswer(200, orgView(orgScope(service, request).org))),
	);
	app.patch(
		PATHS.org,
		withToken(service, (request) => {
			const { org } = orgScope(service, request);
			const { name } = fieldsOf(service.settings.values, changeSchema, request.body);
			org.fields.name = name ?? org.fields.name;
			return jsonAnswer(200, orgView(org));
		}),
	);
}
