import { type Answer, jsonAnswer } from '../core/answer';
import { isRecord } from '../core/json';
import { READYCLOUD_CLIENT_ID, READYCLOUD_CLIENT_SECRET } from './defaults';
import type { ReadyCloudApi, ReadyCloudService } from './service';

/** OAuth stays under v1 for both versions of the API. */
export const TOKEN_PATH = '/api/v1/oauth2/token/';

// The lifetime is not documented; this is the default of the library.
const LIBRARY_SECONDS = 3600;

/** The endpoint that refreshes an access token, with the answers of the vendor's own library. */
export function addTokenRoute({ app, open, service }: ReadyCloudApi): void {
	const type = 'application/x-www-form-urlencoded';
	app.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) =>
		done(null, Object.fromEntries(new URLSearchParams(String(body)))),
	);
	open.post(TOKEN_PATH, (request) => refreshed(service, request.body));
}

function refreshed(service: ReadyCloudService, body: unknown): Answer {
	const form = isRecord(body) ? body : {};
	const settings = service.settings.values;
	if (form.client_id !== READYCLOUD_CLIENT_ID || form.client_secret !== READYCLOUD_CLIENT_SECRET) {
		return refused(401, 'invalid_client', 'The client is unknown, or its secret is wrong.');
	}
	if (form.grant_type !== 'refresh_token') {
		return refused(400, 'unsupported_grant_type', 'Only refresh_token is supported here.');
	}
	const sent = String(form.refresh_token ?? '');
	const token = service.tokens.refresh(READYCLOUD_CLIENT_ID, sent, settings);
	if (!token) return refused(400, 'invalid_grant', 'The refresh token is unknown.');
	service.hideSecrets();
	return jsonAnswer(200, {
		access_token: token.access,
		expires_in: LIBRARY_SECONDS,
		token_type: 'bearer',
		refresh_token: token.refresh,
	});
}

function refused(status: number, error: string, description: string): Answer {
	return jsonAnswer(status, { error, error_description: description });
}
