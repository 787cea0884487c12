import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.CLIENTELA_SERVER ?? "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    proxy: {
      "/graphql": {
        target: server,
        ws: true,
        // What the server does with its own copy of the playground, when a browser asks for a page.
        bypass: ({ method, headers }) =>
          method === "GET" && headers.accept?.includes("text/html") ? "/graphiql.html" : undefined,
      },
      "/files": server,
      "/crashes": server,
      "/healthz": server,
    },
  },
  // The editor's workers are Vite's own `?worker` imports, which the optimiser of the development server cannot read.
  optimizeDeps: { exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"] },
  build: {
    target: "baseline-widely-available",
    // GraphiQL's editor is one large chunk that only /graphql loads.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: ["index.html", "graphiql.html"],
      output: {
        codeSplitting: {
          groups: [
            // What every page needs, in one piece: it compresses better than in forty.
            {
              name: "base",
              priority: 2,
              test: /[\\/]node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next|@emotion|stylis|@mui[\\/]material[\\/](?:Alert|Box|Button|ButtonBase|CssBaseline|InputAdornment|InputBase|OutlinedInput|NotchedOutline|FormControl|FormLabel|FormHelperText|Typography|Paper|IconButton|SvgIcon|utils|styles|internal))[\\/]/,
            },
            // What the frame adds for whoever is signed in, likewise.
            {
              name: "frame",
              priority: 1,
              test: /[\\/]node_modules[\\/](@apollo|@wry|optimism|rxjs|tslib|@mui[\\/]material[\\/](?:Avatar|Backdrop|Badge|Dialog|DialogActions|DialogContent|DialogContentText|DialogTitle|Divider|Drawer|Link|List|ListItemIcon|ListItemText|ListSubheader|Menu|MenuItem|MenuList|Modal|Popover|Skeleton|useMediaQuery))[\\/]/,
            },
            // Of our own what the first page needs, likewise: a dozen files of a few lines.
            {
              name: "first",
              priority: 0,
              test: /[\\/](web[\\/]src[\\/](?:features|pages|routes|theme|App|components[\\/]Message|frame[\\/](?:PageLoading|CrashPage)|apollo[\\/](?:connection|errors|keysetPages)|feedback[\\/]crash|hooks[\\/]createStore|i18n[\\/]i18n|features[\\/]\w+[\\/]\w+\.feature|features[\\/](?:tasks|appointments)[\\/]paths)|shared[\\/]src[\\/]paths)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
});
