// Times our bands beside NumPy's, in one sitting: npm run bench:peers
import {runnerImport} from "vite";

const {module} = await runnerImport("./test/bench/peers.ts", {configFile: false, logLevel: "error"});
await module.benchPeers();
