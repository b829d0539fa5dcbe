/** Everything that runs on every page, as one file: one request. */
import './contents-list.ts';
import './copy-button.ts';
import './reading-settings.ts';
import './search-box.ts';
import './service-worker.ts';
