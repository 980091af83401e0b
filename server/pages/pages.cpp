namespace interstate::pages {}
