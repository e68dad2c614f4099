const path = require('node:path');

const OURS = ['nodes', 'credentials'].map((folder) => path.join(__dirname, '..', '..', folder));

/** Gives zod 4 to this package's code, and leaves n8n's own packages the zod that they ask for. */
module.exports = (request, options) => {
	const ours = OURS.some((folder) => options.basedir.startsWith(folder));
	return options.defaultResolver(ours && request === 'zod' ? 'zod4' : request, options);
};
