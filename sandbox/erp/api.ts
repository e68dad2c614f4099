import type { FastifyRequest } from 'fastify';

import { type Answer, jsonAnswer } from '../core/answer';
import { isRecord } from '../core/json';
import { pathValue } from '../core/query';
import { ERP_USER } from './defaults';
import { describeFields, DOCTYPES } from './doctypes';
import { invalid } from './problem';
import { select } from './query';
import type { ErpApi } from './service';

const LIST = '/api/resource/:doctype';
const RECORD = '/api/resource/:doctype/:name';
const KINDS = 'DocType';

/** The part of ERPNext's REST interface that n8n's ERPNext node uses. */
export function addErpRoutes({ routes, service }: ErpApi): void {
	const at = (request: FastifyRequest): [string, string] => [
		pathValue(request, 'doctype'),
		pathValue(request, 'name'),
	];
	routes.get('/api/method/frappe.auth.get_logged_user', () =>
		jsonAnswer(200, { message: ERP_USER }),
	);
	routes.get(LIST, (request) => {
		const [doctype] = at(request);
		if (doctype === KINDS) return data(Object.keys(DOCTYPES).map((name) => ({ name })));
		service.kind(doctype);
		return data(select(service.store.all(doctype), request));
	});
	routes.get(RECORD, (request) => {
		const [doctype, name] = at(request);
		if (doctype !== KINDS) return data(service.find(doctype, name));
		return data({ name, doctype: KINDS, fields: describeFields(service.kind(name)) });
	});
	routes.post(LIST, (request) => data(service.create(at(request)[0], bodyOf(request))));
	routes.put(RECORD, (request) => data(service.update(...at(request), bodyOf(request))));
	routes.delete(RECORD, (request) => {
		service.delete(...at(request));
		return jsonAnswer(202, { message: 'ok' });
	});
}

function data(value: unknown): Answer {
	return jsonAnswer(200, { data: value });
}

function bodyOf({ body }: FastifyRequest): Record<string, unknown> {
	if (!isRecord(body)) throw invalid('A record is sent as a JSON object.');
	return body;
}
