# The relay on a workerd of one's own, no account needed:
#   npm run build
#   mkdir -p data && ALONGSIDE_SECRET=… npx workerd serve --experimental relay/hosts/cloudflare/workerd.capnp
# Each active room takes about seven file descriptors: raise `ulimit -n` to 65536.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "relay", worker = .relay),
    (name = "snippet", disk = (path = "dist/snippet")),
    (name = "data", disk = (path = "data", writable = true)),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:8787", http = (), service = "relay"),
  ],
);

const relay :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "../../../dist/relay/worker.js"),
  ],
  compatibilityDate = "2026-10-01",
  durableObjectNamespaces = [
    (className = "Session", uniqueKey = "alongside-session", enableSql = true),
    (className = "LedgerObject", uniqueKey = "alongside-ledger", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "data"),
  bindings = [
    (name = "Session", durableObjectNamespace = "Session"),
    (name = "Ledger", durableObjectNamespace = "LedgerObject"),
    (name = "SNIPPET", service = "snippet"),
    # At least 32 random characters. The same secret lets the command line issue agents' tokens.
    (name = "ALONGSIDE_SECRET", fromEnvironment = "ALONGSIDE_SECRET"),
    (name = "ALONGSIDE_COMPANY", fromEnvironment = "ALONGSIDE_COMPANY"),
    (name = "ALONGSIDE_ORIGINS", fromEnvironment = "ALONGSIDE_ORIGINS"),
    # The site policy as JSON text (docs/POLICY.md).
    (name = "ALONGSIDE_POLICY", fromEnvironment = "ALONGSIDE_POLICY"),
    # The header in which the proxy in front tells the caller's address, such as x-forwarded-for. Without a proxy
    # workerd does not know addresses, and all callers share one budget of wrong guesses.
    (name = "ALONGSIDE_ADDRESS_HEADER", fromEnvironment = "ALONGSIDE_ADDRESS_HEADER"),
    (name = "ALONGSIDE_TIMES", fromEnvironment = "ALONGSIDE_TIMES"),
  ],
);
