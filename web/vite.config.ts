import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Everything the browser loads is a file of its own: the server's CSP allows no inline script or style.
const server = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
  },
  server: {
    proxy: {
      '/api': { target: server, ws: true },
      '/sign-in': server,
      '/sign-out': server,
    },
  },
});
