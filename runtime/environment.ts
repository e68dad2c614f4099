import { npmEnv } from './plain/npm.cjs';

/** Settings of another n8n that may stand in the shell; they must not reach this one. */
const FOREIGN =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|GENERIC_|WEBHOOK_|CREDENTIALS_|EXTERNAL_|NODE_FUNCTION_|OFFLOAD_|JEST_)/;

export interface EnvironmentOptions {
	node: string;
	userFolder: string;
	host: string;
	port: number;
	/** Port of the task broker; two n8n on one machine each need their own. */
	brokerPort: number;
	/** IANA name of the time zone that workflows run in. */
	timezone: string;
	/** Settings that win over all others. */
	extra: Readonly<Record<string, string>>;
}

/** What n8n is started with: quiet, on loopback, nothing asked of n8n's own servers. */
export function n8nEnvironment(options: EnvironmentOptions): NodeJS.ProcessEnv {
	// n8n starts its task runner as `node` from the path, so Node 24 goes first there.
	const inherited = Object.entries(npmEnv(options.node)).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(inherited),
		NODE_ENV: 'production',
		N8N_USER_FOLDER: options.userFolder,
		N8N_HOST: options.host,
		N8N_PORT: String(options.port),
		N8N_LISTEN_ADDRESS: options.host,
		// Only a worker reads these, which else listens nowhere.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(options.port),
		N8N_WORKER_SERVER_ADDRESS: options.host,
		N8N_RUNNERS_BROKER_PORT: String(options.brokerPort),
		GENERIC_TIMEZONE: options.timezone,
		TZ: options.timezone,
		N8N_SECURE_COOKIE: 'false',
		// The default of today, which a later n8n turns round.
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// An expression isolate per webhook call costs about 35 ms; this takes one only if needed.
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		EXECUTIONS_DATA_SAVE_ON_ERROR: 'all',
		EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',
		...OFFLINE,
		...options.extra,
	};
}

/** Nothing is sent to or asked of n8n's own servers. */
const OFFLINE: Readonly<Record<string, string>> = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	// Its absence is only worth a warning in the log at every start.
	N8N_PYTHON_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
};
