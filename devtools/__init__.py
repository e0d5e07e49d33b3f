"""What tests, measurements and the set-up share: a browser, a server, copies of the sources."""
